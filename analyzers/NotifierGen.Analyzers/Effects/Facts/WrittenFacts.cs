using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>What is written on a symbol itself: its attributes, and the lines of effect files that name it.</summary>
internal sealed class WrittenFacts
{
    private readonly FileFacts _files;
    private readonly HashSet<string> _attributeAssemblies;

    public WrittenFacts(Compilation compilation, FileFacts files)
    {
        _files = files;
        _attributeAssemblies = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (INamedTypeSymbol type in compilation.GetTypesByMetadataName("NotifierGen.VcpuStateAttribute"))
        {
            _attributeAssemblies.Add(type.ContainingAssembly.Name);
        }

        foreach (ISymbol attribute in files.StateAttributes)
        {
            _attributeAssemblies.Add(attribute.ContainingAssembly.Name);
        }
    }

    /// <summary>What is written on a definition.</summary>
    public MemberEffects Of(ISymbol definition)
    {
        MemberEffects effects = _files.Of(definition);
        if (!MayCarry(definition))
        {
            return effects;
        }

        ImmutableArray<AttributeData> attributes = definition.GetAttributes();
        if (attributes.IsEmpty)
        {
            return effects;
        }

        effects |= AttributeFacts.Read(attributes);
        if (_files.StateAttributes.Count > 0 && definition is not ITypeSymbol && (effects & MemberEffects.VcpuSafe) == 0 && CarriesStateAttribute(attributes))
        {
            effects |= MemberEffects.VcpuState;
        }

        return effects;
    }

    /// <summary>What the attributes of a parameter say.</summary>
    public MemberEffects Of(IParameterSymbol parameter) =>
        MayCarry(parameter) ? AttributeFacts.Read(parameter.GetAttributes()) : MemberEffects.None;

    // Nearly every member that code uses comes from the framework, which does not know the attributes: do not decode them.
    private bool MayCarry(ISymbol definition)
    {
        if (_attributeAssemblies.Count == 0 || definition.ContainingAssembly is not { } assembly)
        {
            return false;
        }

        if (_attributeAssemblies.Contains(assembly.Name) || definition.Locations is [{ IsInSource: true }, ..])
        {
            return true;
        }

        foreach (IModuleSymbol module in assembly.Modules)
        {
            foreach (AssemblyIdentity reference in module.ReferencedAssemblies)
            {
                if (_attributeAssemblies.Contains(reference.Name))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool CarriesStateAttribute(ImmutableArray<AttributeData> attributes)
    {
        foreach (AttributeData attribute in attributes)
        {
            if (attribute.AttributeClass is { } type && _files.IsStateAttribute(type))
            {
                return true;
            }
        }

        return false;
    }
}

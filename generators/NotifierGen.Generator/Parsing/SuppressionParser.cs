using Microsoft.CodeAnalysis;
using NotifierGen.Generator.Model;

namespace NotifierGen.Generator.Parsing;

/// <summary>Finds what the compiler would warn about in a file that calls a handler.</summary>
internal static class SuppressionParser
{
    private static readonly Suppression s_obsolete = new("CS0612, CS0618", "The rows call what is marked [Obsolete]; whoever registers the device is warned.");

    private static readonly Suppression s_shadowing = new("CS0436", "A referenced assembly has a class of the same full name; this assembly's is meant.");

    private static readonly Suppression s_compliance = new("CS3001, CS3003, CS3016", "Rows are called by C# dispatchers only.");

    /// <summary>What a part of a dispatcher would be warned about.</summary>
    public static EquatableArray<Suppression> ParseAssembly(IAssemblySymbol assembly) =>
        PromisesCompliance(assembly) ? new EquatableArray<Suppression>([s_compliance]) : default;

    /// <summary>What calling a handler would be warned about.</summary>
    public static EquatableArray<Suppression> ParseHandler(IMethodSymbol handler)
    {
        List<Suppression>? found = null;
        AddMarked(handler, ref found);
        AddEdges(handler, ref found);
        return found is null ? default : new EquatableArray<Suppression>([.. found]);
    }

    /// <summary>What naming a device class would be warned about.</summary>
    public static EquatableArray<Suppression> ParseDevice(INamedTypeSymbol device, Compilation compilation)
    {
        List<Suppression>? found = null;
        AddNamed(device, ref found);
        if (PromisesCompliance(device.ContainingAssembly))
        {
            (found ??= []).Add(s_compliance);
        }

        if (HidesReferencedType(device, compilation))
        {
            (found ??= []).Add(s_shadowing);
        }

        return found is null ? default : new EquatableArray<Suppression>([.. found]);
    }

    private static bool PromisesCompliance(IAssemblySymbol assembly)
    {
        foreach (AttributeData attribute in assembly.GetAttributes())
        {
            if (attribute is { AttributeClass.Name: "CLSCompliantAttribute", ConstructorArguments: [{ Value: true }] })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name of a type contains those of the types that it is nested in.</summary>
    private static void AddNamed(INamedTypeSymbol named, ref List<Suppression>? found)
    {
        for (INamedTypeSymbol? type = named; type is not null; type = type.ContainingType)
        {
            AddMarked(type, ref found);
        }
    }

    private static void AddMarked(ISymbol symbol, ref List<Suppression>? found)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "ObsoleteAttribute" })
            {
                (found ??= []).Add(s_obsolete);
            }
            else if (attribute is { AttributeClass.Name: "ExperimentalAttribute", ConstructorArguments: [{ Value: string { Length: > 0 } id }] })
            {
                (found ??= []).Add(new Suppression(id, "The rows call what is marked [Experimental]; whoever registers the device is warned."));
            }
        }
    }

    private static void AddEdges(IMethodSymbol handler, ref List<Suppression>? found)
    {
        foreach (AttributeData attribute in handler.GetAttributes())
        {
            foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
            {
                if (argument.Value is { Kind: TypedConstantKind.Array, IsNull: false } types)
                {
                    foreach (TypedConstant constant in types.Values)
                    {
                        if (constant.Value is INamedTypeSymbol type && EdgeParser.NearestNameable(type.OriginalDefinition) is { } nameable)
                        {
                            AddNamed(nameable, ref found);
                        }
                    }
                }
            }
        }
    }

    private static bool HidesReferencedType(INamedTypeSymbol type, Compilation compilation)
    {
        while (type.ContainingType is { } containing)
        {
            type = containing;
        }

        return compilation.GetCompilationNamespace(type.ContainingNamespace) is { } everywhere
            && everywhere.GetTypeMembers(type.Name, type.Arity).Length > 1;
    }
}

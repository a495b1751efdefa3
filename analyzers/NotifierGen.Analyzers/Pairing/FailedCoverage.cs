using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using NotifierGen.Generator.Model;
using NotifierGen.Generator.Parsing;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Pairing;

/// <summary>In which modes the devices of a class have a Failed handler, their own or an inherited one.</summary>
internal sealed class FailedCoverage
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<INamedTypeSymbol, int> _declared = new ConcurrentDictionary<INamedTypeSymbol, int>(SymbolEqualityComparer.Default);

    public FailedCoverage(Compilation compilation) => _compilation = compilation;

    /// <summary>The modes of a Setup handler of a class that no Failed handler covers, and whose devices lack it.</summary>
    /// <param name="type">The class that declares the Setup handler.</param>
    /// <param name="setup">The modes of the Setup handler.</param>
    /// <param name="device">The class itself; where it is abstract, the first of its classes here that lacks a handler.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public int Missing(INamedTypeSymbol type, int setup, out INamedTypeSymbol device, CancellationToken cancellationToken)
    {
        device = type;
        int missing = setup & ~Of(type, cancellationToken);
        if (missing == 0 || !(type.IsAbstract || type.TypeKind == TypeKind.Interface))
        {
            return missing;
        }

        // Nobody has an object of the abstract class itself: what counts are the classes derived from it.
        foreach (INamedTypeSymbol candidate in SourceSymbols.Types(_compilation.Assembly, cancellationToken))
        {
            if (candidate is { TypeKind: TypeKind.Class, IsAbstract: false } && IsA(candidate, type) && (missing & ~Of(candidate, cancellationToken)) is not 0 and int left)
            {
                device = candidate;
                return left;
            }
        }

        return 0;
    }

    private int Of(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        int modes = 0;
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            modes |= Declared(current.OriginalDefinition, cancellationToken);
        }

        foreach (INamedTypeSymbol implemented in type.AllInterfaces)
        {
            modes |= Declared(implemented.OriginalDefinition, cancellationToken);
        }

        return modes;
    }

    private int Declared(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        _declared.TryGetValue(type, out int modes) ? modes : _declared.GetOrAdd(type, Read(type, cancellationToken));

    private int Read(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        int modes = 0;
        if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _compilation.Assembly))
        {
            return type.ContainingAssembly is { } assembly && ManifestParser.MayHaveManifest(assembly) ? ReadManifest(type, cancellationToken) : 0;
        }

        foreach (ISymbol member in type.GetMembers())
        {
            modes |= member is IMethodSymbol method ? FailedModes(method) : 0;
        }

        return modes;
    }

    private static int FailedModes(IMethodSymbol method)
    {
        int modes = 0;
        foreach (AttributeData data in method.GetAttributes())
        {
            modes |= HandlerAttribute.TryRead(data, out HandlerAttribute attribute) && attribute.Event == EventKind.Failed ? attribute.Modes : 0;
        }

        return modes;
    }

    // Private handlers of another assembly are no symbols here; their rows are.
    private int ReadManifest(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        int modes = 0;
        TypeKey key = TypeNames.Key(type);
        foreach (ComposableRow row in ManifestParser.Parse(_compilation, cancellationToken))
        {
            if (row.DeviceKey == key && row.Row.Section is Section.FailedBeforeVmStart or Section.FailedAfterVmStart)
            {
                modes |= row.Row.Modes;
            }
        }

        return modes;
    }

    private static bool IsA(INamedTypeSymbol candidate, INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = candidate.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, type.OriginalDefinition))
            {
                return true;
            }
        }

        return type.TypeKind == TypeKind.Interface && candidate.AllInterfaces.Any(implemented => SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, type.OriginalDefinition));
    }
}

using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using NotifierGen.Generator.Declarations;

namespace NotifierGen.Analyzers.Effects.Declarations;

/// <summary>
/// Finds the types of the compilation below a type, and the members that override or implement one, when it is asked. Candidates come from the names
/// in base lists; only they are bound.
/// </summary>
internal sealed class TypeHierarchy(SourceFiles files, CancellationToken cancellationToken)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, INamedTypeSymbol[]> _derived = new(SymbolEqualityComparer.Default);
    private readonly Lazy<Dictionary<string, List<(int Tree, TypeOutline Type)>>> _byBase = new(() => IndexBases(files));
    private readonly Lazy<Dictionary<string, List<(int Tree, int Ordinal)>>> _overrides = new(() => IndexOverrides(files));

    /// <summary>The classes and structs of the compilation that derive from or implement a type, and the type itself.</summary>
    public INamedTypeSymbol[] Derived(INamedTypeSymbol type) => _derived.GetOrAdd(type.OriginalDefinition, FindDerived);

    /// <summary>The methods of the compilation that override a method of a referenced assembly.</summary>
    public IEnumerable<IMethodSymbol> OverridesOf(IMethodSymbol method)
    {
        string name = method.AssociatedSymbol?.MetadataName ?? method.Name;
        name = method.AssociatedSymbol is IPropertySymbol { IsIndexer: true } ? WellKnownMemberNames.Indexer : name;
        if (!_overrides.Value.TryGetValue(name, out List<(int Tree, int Ordinal)>? candidates))
        {
            yield break;
        }

        foreach ((int tree, int ordinal) in candidates)
        {
            if (files.DeclaredSymbol(tree, ordinal, cancellationToken) is IMethodSymbol candidate && Overrides(candidate, method))
            {
                yield return candidate;
            }
        }
    }

    /// <summary>Whether a method overrides another, at any distance, or the implementation of an interface's.</summary>
    public static bool Overrides(IMethodSymbol method, IMethodSymbol overridden)
    {
        for (IMethodSymbol? current = method.OverriddenMethod; current is not null; current = current.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, overridden.OriginalDefinition))
            {
                return true;
            }

            if (overridden.ContainingType.TypeKind == TypeKind.Interface && current.OverriddenMethod is null
                && current.ContainingType.FindImplementationForInterfaceMember(overridden) is { } implementation
                && SymbolEqualityComparer.Default.Equals(implementation.OriginalDefinition, current.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    private INamedTypeSymbol[] FindDerived(INamedTypeSymbol root)
    {
        var found = new List<INamedTypeSymbol>();
        var known = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default) { root };
        var open = new Queue<INamedTypeSymbol>();
        open.Enqueue(root);
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            INamedTypeSymbol type = open.Dequeue();
            if (type.TypeKind is TypeKind.Class or TypeKind.Struct)
            {
                found.Add(type);
            }

            foreach (INamedTypeSymbol candidate in NamedAsBase(type.Name))
            {
                if (!known.Contains(candidate) && IsBelow(candidate, type))
                {
                    known.Add(candidate);
                    open.Enqueue(candidate);
                }
            }
        }

        return [.. found];
    }

    private IEnumerable<INamedTypeSymbol> NamedAsBase(string name)
    {
        foreach (string used in files.NamesOf(name))
        {
            if (_byBase.Value.TryGetValue(used, out List<(int Tree, TypeOutline Type)>? candidates))
            {
                foreach ((int tree, TypeOutline type) in candidates)
                {
                    if (files.DeclaredSymbol(tree, type.Ordinal, cancellationToken) is INamedTypeSymbol symbol)
                    {
                        yield return symbol;
                    }
                }
            }
        }
    }

    private static bool IsBelow(INamedTypeSymbol candidate, INamedTypeSymbol type)
    {
        if (SymbolEqualityComparer.Default.Equals(candidate.BaseType?.OriginalDefinition, type))
        {
            return true;
        }

        foreach (INamedTypeSymbol implemented in candidate.Interfaces)
        {
            if (SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, type))
            {
                return true;
            }
        }

        return false;
    }

    private static Dictionary<string, List<(int, TypeOutline)>> IndexBases(SourceFiles files)
    {
        var index = new Dictionary<string, List<(int, TypeOutline)>>(StringComparer.Ordinal);
        for (int tree = 0; tree < files.Count; tree++)
        {
            foreach (TypeOutline type in files.Outline(tree).Types)
            {
                foreach (string name in type.Bases)
                {
                    if (!index.TryGetValue(name, out List<(int, TypeOutline)>? types))
                    {
                        index.Add(name, types = []);
                    }

                    types.Add((tree, type));
                }
            }
        }

        return index;
    }

    private static Dictionary<string, List<(int, int)>> IndexOverrides(SourceFiles files)
    {
        var index = new Dictionary<string, List<(int, int)>>(StringComparer.Ordinal);
        for (int tree = 0; tree < files.Count; tree++)
        {
            foreach ((string name, int ordinal) in files.Outline(tree).Overrides)
            {
                if (!index.TryGetValue(name, out List<(int, int)>? members))
                {
                    index.Add(name, members = []);
                }

                members.Add((tree, ordinal));
            }
        }

        return index;
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>Finds the symbols that a documentation comment ID names, with or without <c>~ReturnType</c>, in a compilation and its references.</summary>
internal static class DocumentationId
{
    /// <summary>Whether a text looks like the ID of a type or a member.</summary>
    public static bool IsWellFormed(string id) => id.Length > 2 && id[1] == ':' && id[0] is 'T' or 'F' or 'P' or 'M' or 'E';

    /// <summary>What the ID names; more than one symbol if several assemblies declare it, none if it names nothing.</summary>
    public static ImmutableArray<ISymbol> Resolve(string id, Compilation compilation)
    {
        if (!IsWellFormed(id))
        {
            return ImmutableArray<ISymbol>.Empty;
        }

        ImmutableArray<ISymbol> found = ByRoslyn(id, compilation);
        return found.IsEmpty ? ByContainingType(id, compilation) : found;
    }

    private static ImmutableArray<ISymbol> ByRoslyn(string id, Compilation compilation)
    {
        try
        {
            return DocumentationCommentId.GetSymbolsForDeclarationId(id, compilation);
        }
        catch (Exception exception) when (exception is IndexOutOfRangeException or ArgumentException or InvalidOperationException or NullReferenceException)
        {
            // roslyn#65396: it runs over the end of some malformed IDs.
            return ImmutableArray<ISymbol>.Empty;
        }
    }

    // Some members of generic types, and those of extension blocks, are not found above (roslyn#64915, roslyn#78606).
    private static ImmutableArray<ISymbol> ByContainingType(string id, Compilation compilation)
    {
        int end = id.IndexOf('(');
        string path = end < 0 ? id.Substring(2) : id.Substring(2, end - 2);
        int lastDot = path.LastIndexOf('.');
        if (lastDot <= 0 || id[0] == 'T')
        {
            return ImmutableArray<ISymbol>.Empty;
        }

        ImmutableArray<ISymbol>.Builder found = ImmutableArray.CreateBuilder<ISymbol>();
        string wanted = WithoutReturnType(id);
        foreach (INamedTypeSymbol type in Types(path.Substring(0, lastDot), compilation))
        {
            AddMembers(type, wanted, found);
            foreach (INamedTypeSymbol block in type.GetTypeMembers())
            {
                if (!block.CanBeReferencedByName)
                {
                    AddMembers(block, wanted, found);
                }
            }
        }

        return found.ToImmutable();
    }

    private static void AddMembers(INamedTypeSymbol type, string wanted, ImmutableArray<ISymbol>.Builder found)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member.GetDocumentationCommentId() is { } id && WithoutReturnType(id) == wanted)
            {
                found.Add(member);
            }
        }
    }

    // Where the types end and the namespaces begin cannot be told from the text.
    private static IEnumerable<INamedTypeSymbol> Types(string path, Compilation compilation)
    {
        IEnumerable<INamespaceOrTypeSymbol> containers = [compilation.GlobalNamespace];
        foreach (string name in path.Split('.'))
        {
            int tick = name.IndexOf('`');
            string plain = tick < 0 ? name : name.Substring(0, tick);
            int arity = tick >= 0 && int.TryParse(name.Substring(tick + 1), out int given) ? given : 0;
            containers = containers
                .SelectMany(container => container.GetMembers(plain))
                .OfType<INamespaceOrTypeSymbol>()
                .Where(member => member is INamedTypeSymbol type ? type.Arity == arity : tick < 0)
                .ToArray();
        }

        return containers.OfType<INamedTypeSymbol>();
    }

    private static string WithoutReturnType(string id)
    {
        int tilde = id.IndexOf('~');
        return tilde < 0 ? id : id.Substring(0, tilde);
    }
}

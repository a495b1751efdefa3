using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>Finds the symbols that a documentation comment ID names, with or without <c>~ReturnType</c>, in a compilation and its references.</summary>
internal static class DocumentationId
{
    // Roslyn reads IDs by recursion over type arguments; nobody names a member by pages of them.
    private const int LongestId = 4096;
    private const int DeepestArguments = 32;

    /// <summary>Whether a text looks like the ID of a type or a member.</summary>
    public static bool IsWellFormed(string id)
    {
        if (id.Length is < 3 or > LongestId || id[1] != ':' || id[0] is not ('T' or 'F' or 'P' or 'M' or 'E'))
        {
            return false;
        }

        int depth = 0;
        foreach (char letter in id)
        {
            depth += letter is '{' or '(' ? 1 : letter is '}' or ')' ? -1 : 0;
            if (depth is < 0 or > DeepestArguments)
            {
                return false;
            }
        }

        return depth == 0;
    }

    /// <summary>What the ID names; more than one symbol if several assemblies declare it, none if it names nothing.</summary>
    public static ImmutableArray<ISymbol> Resolve(string id, Compilation compilation)
    {
        if (!IsWellFormed(id))
        {
            return ImmutableArray<ISymbol>.Empty;
        }

        ImmutableArray<ISymbol> found = ByRoslyn(id, compilation);
        if (found.IsEmpty)
        {
            return ByContainingType(id, compilation);
        }

        // Who names the static method of an extension means the member that calls bind to as well.
        return found.AddRange(found.OfType<IMethodSymbol>().Select(ExtensionMembers.Declared).OfType<ISymbol>());
    }

    /// <summary>The types at a path of namespaces and types: where the one end and the other begin cannot be told from the text.</summary>
    public static IEnumerable<INamedTypeSymbol> Types(string path, Compilation compilation) => Containers(path, compilation).OfType<INamedTypeSymbol>();

    /// <summary>The namespaces and types at a path.</summary>
    public static IEnumerable<INamespaceOrTypeSymbol> Containers(string path, Compilation compilation)
    {
        INamespaceOrTypeSymbol[] containers = [compilation.GlobalNamespace];
        if (path.Length == 0)
        {
            return containers;
        }

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

        return containers;
    }

    /// <summary>The members of a type; those of its extension blocks, which have no name, are its own.</summary>
    public static IEnumerable<ISymbol> Members(INamedTypeSymbol type) =>
        type.GetMembers().Concat(ExtensionMembers.Blocks(type).SelectMany(block => block.GetMembers()));

    /// <summary>Cuts an ID into the path of what contains the symbol and its own name, without parameters and return type.</summary>
    public static (string Container, string Name) Split(string id)
    {
        int end = id.IndexOfAny(['(', '~'], 2);
        string path = end < 0 ? id.Substring(2) : id.Substring(2, end - 2);
        int lastDot = path.LastIndexOf('.');
        return lastDot < 0 ? ("", path) : (path.Substring(0, lastDot), path.Substring(lastDot + 1));
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
        string wanted = WithoutReturnType(id);
        return id[0] == 'T'
            ? ImmutableArray<ISymbol>.Empty
            : Types(Split(id).Container, compilation)
                .SelectMany(Members)
                .Where(member => ExtensionMembers.IdOf(member) is { } own && WithoutReturnType(own) == wanted)
                .ToImmutableArray();
    }

    private static string WithoutReturnType(string id)
    {
        int tilde = id.IndexOf('~');
        return tilde < 0 ? id : id.Substring(0, tilde);
    }
}

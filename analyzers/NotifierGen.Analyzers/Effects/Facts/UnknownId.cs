using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>Says of an ID that names nothing how far it can be followed, and what may have been meant.</summary>
internal static class UnknownId
{
    private const int MostGuesses = 3;

    public static string Explain(string id, Compilation compilation)
    {
        (string container, string name) = DocumentationId.Split(id);
        if (id[0] == 'T')
        {
            return NoType(container.Length == 0 ? name : $"{container}.{name}", compilation);
        }

        INamedTypeSymbol[] types = DocumentationId.Types(container, compilation).ToArray();
        if (types.Length == 0)
        {
            return container.Length == 0
                ? $"'{id}' names a member without its type"
                : NoType(container, compilation);
        }

        string[] meant = Meant(Plain(name), types.SelectMany(DocumentationId.Members).ToArray());
        string what = $"'{container}' has no member '{id.Substring(0, 2)}{id.Substring(container.Length + 3)}'";
        return meant.Length == 0 ? what : $"{what}; did you mean {string.Join(" or ", meant)}?";
    }

    private static string NoType(string path, Compilation compilation)
    {
        string what = $"there is no type '{path}' in this project and its references";
        if (path.IndexOf('+') >= 0)
        {
            return $"{what}; a nested type is written with '.' and not with '+'";
        }

        int lastDot = path.LastIndexOf('.');
        INamedTypeSymbol[] types = DocumentationId
            .Containers(lastDot < 0 ? "" : path.Substring(0, lastDot), compilation)
            .SelectMany(container => container.GetTypeMembers())
            .ToArray();
        string? nearest = Spelling.Nearest(Plain(path.Substring(lastDot + 1)), types.Select(type => type.Name));
        string? meant = types.Where(type => type.Name == nearest).Select(type => type.GetDocumentationCommentId()).OrderBy(own => own, StringComparer.Ordinal).FirstOrDefault();
        return meant is null ? what : $"{what}; did you mean '{meant.Substring(2)}'?";
    }

    // Other parameters or another kind of the same name, else what looks like it.
    private static string[] Meant(string name, ISymbol[] members)
    {
        string? nearest = members.Any(member => member.Name == name) ? name : Spelling.Nearest(name, members.Select(member => member.Name));
        return members
            .Where(member => member.Name == nearest)
            .Select(ExtensionMembers.IdOf)
            .OfType<string>()
            .Distinct()
            .OrderBy(own => own, StringComparer.Ordinal)
            .Take(MostGuesses)
            .Select(own => $"'{own}'")
            .ToArray();
    }

    // Without type parameters; the dots of ".ctor" and of explicit implementations are written as '#'.
    private static string Plain(string name)
    {
        int end = name.IndexOfAny(['`', '{', '<']);
        return (end < 0 ? name : name.Substring(0, end)).Replace('#', '.');
    }
}

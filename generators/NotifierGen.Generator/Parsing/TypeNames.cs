using System.Text;
using Microsoft.CodeAnalysis;
using NotifierGen.Generator.Model;

namespace NotifierGen.Generator.Parsing;

/// <summary>The names of a type.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat s_plain = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters);

    // Compilers disagree on the words to escape, so none is asked to.
    private static readonly SymbolDisplayFormat s_reference = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.None);

    /// <summary>With namespace, containing types and type parameters, as tables print it.</summary>
    public static string FullName(INamedTypeSymbol type) => type.ToDisplayString(s_plain);

    /// <summary>As a typeof names it, unbound if it is generic.</summary>
    public static string TypeReference(INamedTypeSymbol type, string alias = ReferenceAlias.None)
    {
        string name = Display(type.IsGenericType ? type.ConstructUnboundGenericType() : type, s_reference);
        return alias == ReferenceAlias.None ? name : alias + name.Substring(ReferenceAlias.None.Length);
    }

    /// <summary>As documentation names it.</summary>
    public static string Cref(INamedTypeSymbol type) => Display(type, s_reference).Replace('<', '{').Replace('>', '}');

    /// <summary>Its namespace with keywords escaped; empty for the global one.</summary>
    public static string Namespace(INamedTypeSymbol type) =>
        type.ContainingNamespace.IsGlobalNamespace
            ? ""
            : Display(type.ContainingNamespace, s_reference.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));

    /// <summary>What identifies it in every compilation.</summary>
    public static TypeKey Key(INamedTypeSymbol type)
    {
        var name = new StringBuilder();
        AppendNamespace(name, type.ContainingNamespace);
        AppendType(name, type);
        return new TypeKey(type.ContainingAssembly?.Name ?? "", name.ToString(), type.ContainingAssembly?.Identity.GetDisplayName() ?? "");
    }

    private static string Display(ISymbol symbol, SymbolDisplayFormat format)
    {
        var text = new StringBuilder();
        foreach (SymbolDisplayPart part in symbol.ToDisplayParts(format))
        {
            string word = part.ToString();
            text.Append(part.Symbol is null ? word : word == "record" ? "@record" : Identifiers.Escape(word));
        }

        return text.ToString();
    }

    private static void AppendNamespace(StringBuilder name, INamespaceSymbol? symbol)
    {
        if (symbol is null or { IsGlobalNamespace: true })
        {
            return;
        }

        AppendNamespace(name, symbol.ContainingNamespace);
        name.Append(symbol.MetadataName).Append('.');
    }

    private static void AppendType(StringBuilder name, INamedTypeSymbol type)
    {
        if (type.ContainingType is { } containing)
        {
            AppendType(name, containing);
            name.Append('+');
        }

        name.Append(type.MetadataName);
    }
}

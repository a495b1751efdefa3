using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>
/// The two faces of a member of a C# 14 extension block: as it is declared and bound, in a nested type without a name, and the static method of
/// the class around it, which alone has an ID that somebody can write. The oldest Roslyn supported knows neither.
/// </summary>
internal static class ExtensionMembers
{
    /// <summary>The extension blocks of a class.</summary>
    public static IEnumerable<INamedTypeSymbol> Blocks(INamedTypeSymbol type) => type.GetTypeMembers().Where(IsBlock);

    /// <summary>Whether a type is an extension block.</summary>
    public static bool IsBlock(INamedTypeSymbol type) => !type.CanBeReferencedByName && type is { ContainingType.IsStatic: true };

    /// <summary>The ID of a member as if it stood in the class around the block.</summary>
    public static string? IdOf(ISymbol member)
    {
        if (member.GetDocumentationCommentId() is not { } id || !IsBlock(member.ContainingType) || member.ContainingType.ContainingType.GetDocumentationCommentId() is not { } around)
        {
            return member.GetDocumentationCommentId();
        }

        // "P:N.Class.<block>.Name"
        int name = id.IndexOf('.', Math.Min(around.Length + 1, id.Length));
        return name < 0 ? id : id.Substring(0, around.Length) + id.Substring(name);
    }

    /// <summary>The member of a block that a static method implements; null if there is none, or if several look like it.</summary>
    public static IMethodSymbol? Declared(IMethodSymbol implementation)
    {
        if (!implementation.IsStatic || implementation.ContainingType is not { IsStatic: true } type)
        {
            return null;
        }

        IMethodSymbol[] declared = Blocks(type)
            .SelectMany(block => block.GetMembers(implementation.Name))
            .OfType<IMethodSymbol>()
            .Where(member => Implements(implementation, member))
            .ToArray();
        return declared.Length == 1 ? declared[0] : null;
    }

    // The receiver comes first, unless the member is static.
    private static bool Implements(IMethodSymbol implementation, IMethodSymbol member)
    {
        int receiver = member.IsStatic ? 0 : 1;
        return implementation.Parameters.Length == member.Parameters.Length + receiver
            && member.Parameters.All(parameter =>
                parameter.Type.ToDisplayString() == implementation.Parameters[parameter.Ordinal + receiver].Type.ToDisplayString());
    }
}

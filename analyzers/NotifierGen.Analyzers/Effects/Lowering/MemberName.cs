using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <summary>What messages call a member.</summary>
internal static class MemberName
{
    public static string Of(ISymbol symbol)
    {
        if (symbol is IMethodSymbol { AssociatedSymbol: { } associated })
        {
            symbol = associated;
        }

        string name = symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => "new",
            IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } => "lambda",
            IMethodSymbol { MethodKind: MethodKind.LocalFunction } => symbol.Name,
            IPropertySymbol { IsIndexer: true } => "this[]",
            _ => symbol.Name.Substring(symbol.Name.LastIndexOf('.') + 1),
        };
        return symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } || symbol.ContainingType is not { Name.Length: > 0 } type
            ? name
            : TypeName(type) + "." + name;
    }

    // Names are made for every call of a code base: most need no formatting.
    private static string TypeName(INamedTypeSymbol type) =>
        type is { Arity: 0, ContainingType: null, SpecialType: SpecialType.None, IsTupleType: false, TypeKind: not TypeKind.Error }
        && SyntaxFacts.GetKeywordKind(type.Name) == SyntaxKind.None
            ? type.Name
            : HandlerRules.TypeName(type);
}

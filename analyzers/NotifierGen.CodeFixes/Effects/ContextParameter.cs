using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Simplification;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.CodeFixes.Effects;

/// <summary>The <c>in MigrationContext</c> of a handler: the one it has, or one that it can be given without breaking anybody.</summary>
internal static class ContextParameter
{
    private static readonly string[] s_names = { "context", "migrationContext" };

    /// <summary>The parameter's name as it is written; null where there is none and none can be added.</summary>
    public static async Task<string?> NameAsync(BoundDocument document, TouchingHandler handler)
    {
        if (handler.Method.ParameterList.Parameters.Count > 0)
        {
            IParameterSymbol? context = handler.Symbol.Parameters
                .FirstOrDefault(parameter => HandlerAttribute.IsNotifierGenType(parameter.Type, "MigrationContext"));
            return context is null ? null : handler.Method.ParameterList.Parameters[context.Ordinal].Identifier.Text;
        }

        return MayHaveParameters(handler) && s_names.FirstOrDefault(name => IsFree(handler.Method, name)) is { } free
            && !await IsUsedAsync(handler.Symbol, document).ConfigureAwait(false)
                ? free
                : null;
    }

    public static MethodDeclarationSyntax Add(MethodDeclarationSyntax method, string name)
    {
        ParameterSyntax parameter = SyntaxFactory.Parameter(SyntaxFactory.Identifier(name))
            .WithModifiers(SyntaxFactory.TokenList(SyntaxFactory.Token(SyntaxKind.InKeyword).WithTrailingTrivia(SyntaxFactory.Space)))
            .WithType(SyntaxFactory.ParseTypeName("global::NotifierGen.MigrationContext")
                .WithTrailingTrivia(SyntaxFactory.Space)
                .WithAdditionalAnnotations(Simplifier.Annotation));
        return method.WithParameterList(method.ParameterList.WithParameters(SyntaxFactory.SingletonSeparatedList(parameter)));
    }

    // Nothing else may dictate the signature, and no overload may have it already.
    private static bool MayHaveParameters(TouchingHandler handler) =>
        handler.Symbol is { IsVirtual: false, IsOverride: false, IsAbstract: false, IsPartialDefinition: false, PartialDefinitionPart: null }
        && !handler.Method.Modifiers.Any(SyntaxKind.PartialKeyword)
        && handler.Method.ExplicitInterfaceSpecifier is null
        && Members(handler.Symbol).Count(member => member.Name == handler.Symbol.Name) == 1
        && !handler.Symbol.ContainingType.AllInterfaces
            .SelectMany(contract => contract.GetMembers(handler.Symbol.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(
                handler.Symbol.ContainingType.FindImplementationForInterfaceMember(member), handler.Symbol));

    private static IEnumerable<ISymbol> Members(IMethodSymbol handler)
    {
        for (INamedTypeSymbol? type = handler.ContainingType; type is not null; type = type.BaseType)
        {
            foreach (ISymbol member in type.GetMembers(handler.Name))
            {
                yield return member;
            }
        }
    }

    private static bool IsFree(MethodDeclarationSyntax method, string name) =>
        method.DescendantTokens().All(token => !token.IsKind(SyntaxKind.IdentifierToken) || token.ValueText != name);

    // The rows of the dispatch table call it, too, but they are written anew.
    private static async Task<bool> IsUsedAsync(IMethodSymbol handler, BoundDocument document)
    {
        IEnumerable<ReferencedSymbol> references = await SymbolFinder
            .FindReferencesAsync(handler, document.Document.Project.Solution, document.CancellationToken)
            .ConfigureAwait(false);
        return references
            .SelectMany(reference => reference.Locations)
            .Any(use => !use.IsImplicit && use.Document is not SourceGeneratedDocument);
    }
}

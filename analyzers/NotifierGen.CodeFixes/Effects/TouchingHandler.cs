using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.CodeFixes.Effects;

/// <summary>The handler in whose body a diagnostic about the VM stands, and the expression that it stands on.</summary>
internal sealed class TouchingHandler
{
    private TouchingHandler(MethodDeclarationSyntax method, IMethodSymbol symbol, SyntaxNode expression)
    {
        Method = method;
        Symbol = symbol;
        Expression = expression;
    }

    public MethodDeclarationSyntax Method { get; }

    public IMethodSymbol Symbol { get; }

    public SyntaxNode Expression { get; }

    public static TouchingHandler? Find(BoundDocument document, Diagnostic diagnostic)
    {
        if (diagnostic.Location.SourceTree != document.Root.SyntaxTree)
        {
            return null;
        }

        SyntaxNode expression = document.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return expression.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            && document.Model.GetDeclaredSymbol(method, document.CancellationToken) is { } symbol
                ? new TouchingHandler(method, symbol, expression)
                : null;
    }

    /// <summary>The method's own attributes with their syntax; null if one of them stands in another document, as those of a partial method may.</summary>
    public ImmutableArray<WrittenAttribute>? Attributes(BoundDocument document)
    {
        ImmutableArray<WrittenAttribute>.Builder attributes = ImmutableArray.CreateBuilder<WrittenAttribute>();
        foreach (AttributeData data in Symbol.GetAttributes())
        {
            if (!HandlerAttribute.TryRead(data, out HandlerAttribute attribute))
            {
                continue;
            }

            if (data.ApplicationSyntaxReference is not { } reference || reference.SyntaxTree != document.Root.SyntaxTree
                || document.Root.FindNode(reference.Span).FirstAncestorOrSelf<AttributeSyntax>() is not { } syntax)
            {
                return null;
            }

            attributes.Add(new WrittenAttribute(attribute, syntax));
        }

        return attributes.ToImmutable();
    }
}

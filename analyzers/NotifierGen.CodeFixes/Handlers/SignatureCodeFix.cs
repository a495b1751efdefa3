using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotifierGen.CodeFixes.Handlers;

/// <summary>Mends NG0001: gives a handler the legal signature nearest to its own and keeps its body compiling as far as possible.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SignatureCodeFix))]
public sealed class SignatureCodeFix : DocumentCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("NG0001");

    private protected override string? Title(SyntaxNode root, SemanticModel model, Diagnostic diagnostic) =>
        FindMethod(root, diagnostic) is { } method && model.GetDeclaredSymbol(method) is { } symbol
        && !LegalSignature.Of(method, symbol).IsEquivalentTo(method)
            ? "Make it a legal handler"
            : null;

    private protected override SyntaxNode Fix(SyntaxNode root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics)
    {
        IEnumerable<MethodDeclarationSyntax> methods = diagnostics
            .Select(diagnostic => FindMethod(root, diagnostic))
            .OfType<MethodDeclarationSyntax>()
            .Distinct();
        return root.ReplaceNodes(methods, (original, current) =>
            model.GetDeclaredSymbol(original) is { } symbol ? LegalSignature.Of(current, symbol) : current);
    }

    // Where another declaration dictates the signature, or the method must not be static and abstract at once, a person has to decide.
    private static MethodDeclarationSyntax? FindMethod(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan) is MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null } method
        && !method.Modifiers.Any(SyntaxKind.OverrideKeyword)
        && !method.Modifiers.Any(SyntaxKind.PartialKeyword)
        && !(method.Parent is InterfaceDeclarationSyntax && method.Modifiers.Any(SyntaxKind.StaticKeyword))
            ? method
            : null;
}

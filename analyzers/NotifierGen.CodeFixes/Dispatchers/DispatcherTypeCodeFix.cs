using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using NotifierGen.CodeFixes.Syntax;

namespace NotifierGen.CodeFixes.Dispatchers;

/// <summary>Mends NG0009: makes the class and the types around it partial and derives it from <c>MigrationDispatcher</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DispatcherTypeCodeFix))]
public sealed class DispatcherTypeCodeFix : DocumentCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("NG0009");

    private protected override string? Title(SyntaxNode root, SemanticModel model, Diagnostic diagnostic)
    {
        if (FindClass(root, diagnostic) is not { } type)
        {
            return null;
        }

        if (!Mend(type, type, model).IsEquivalentTo(type))
        {
            return $"Make '{type.Identifier.ValueText}' a partial MigrationDispatcher";
        }

        TypeDeclarationSyntax? closed = TypesAround(type).FirstOrDefault(outer => !outer.Modifiers.Any(SyntaxKind.PartialKeyword));
        return closed is null ? null : $"Make '{closed.Identifier.ValueText}' partial";
    }

    private protected override SyntaxNode Fix(SyntaxNode root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics)
    {
        var classes = new HashSet<SyntaxNode>(diagnostics.Select(diagnostic => FindClass(root, diagnostic)).OfType<SyntaxNode>());
        IEnumerable<SyntaxNode> changed = classes.Union(classes.SelectMany(TypesAround));
        return root.ReplaceNodes(changed, (original, current) => classes.Contains(original)
            ? Mend((ClassDeclarationSyntax)original, (ClassDeclarationSyntax)current, model)
            : Modifiers.MakePartial((TypeDeclarationSyntax)current));
    }

    private static ClassDeclarationSyntax? FindClass(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ClassDeclarationSyntax>();

    private static IEnumerable<TypeDeclarationSyntax> TypesAround(SyntaxNode type) => type.Ancestors().OfType<TypeDeclarationSyntax>();

    private static ClassDeclarationSyntax Mend(ClassDeclarationSyntax original, ClassDeclarationSyntax type, SemanticModel model)
    {
        type = (ClassDeclarationSyntax)Modifiers.MakePartial(Modifiers.Remove(type, SyntaxKind.StaticKeyword));

        // A class that derives from something else already has to be mended by hand.
        return model.GetDeclaredSymbol(original)?.BaseType is { SpecialType: SpecialType.System_Object } ? AddBase(type) : type;
    }

    private static ClassDeclarationSyntax AddBase(ClassDeclarationSyntax type)
    {
        BaseTypeSyntax dispatcher = SyntaxFactory.SimpleBaseType(
            SyntaxFactory.ParseTypeName("global::NotifierGen.MigrationDispatcher").WithAdditionalAnnotations(Simplifier.Annotation));
        if (type.BaseList is { } interfaces)
        {
            SyntaxToken comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
            IEnumerable<SyntaxToken> separators = new[] { comma }.Concat(interfaces.Types.GetSeparators());
            return type.WithBaseList(interfaces.WithTypes(
                SyntaxFactory.SeparatedList(new[] { dispatcher }.Concat(interfaces.Types), separators)));
        }

        SyntaxToken before = type.ParameterList?.GetLastToken() ?? type.TypeParameterList?.GetLastToken() ?? type.Identifier;
        BaseListSyntax list = SyntaxFactory.BaseList(
            SyntaxFactory.Token(SyntaxKind.ColonToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.SingletonSeparatedList(dispatcher));
        return type
            .ReplaceToken(before, before.WithTrailingTrivia())
            .WithBaseList(list.WithTrailingTrivia(before.TrailingTrivia));
    }
}

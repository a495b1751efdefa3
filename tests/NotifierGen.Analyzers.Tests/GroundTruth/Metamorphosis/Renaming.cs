using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Metamorphosis;

/// <summary>Gives all that a program declares other names: the generator numbers them, so that a name is declared for one thing only. Handlers keep theirs.</summary>
internal sealed class Renaming(CompilationUnitSyntax program) : CSharpSyntaxRewriter
{
    private readonly HashSet<string> _names = [.. program.DescendantTokens().Where(IsDeclared).Select(static token => token.ValueText).Where(IsNumbered)];

    public CompilationUnitSyntax Rename() => (CompilationUnitSyntax)Visit(program);

    public override SyntaxToken VisitToken(SyntaxToken token) =>
        token.IsKind(SyntaxKind.IdentifierToken) && _names.Contains(token.ValueText)
            ? SyntaxFactory.Identifier(token.LeadingTrivia, "Ünder_" + token.ValueText + "_another_name", token.TrailingTrivia)
            : token;

    private static bool IsDeclared(SyntaxToken token) => token.IsKind(SyntaxKind.IdentifierToken) && token.Parent switch
    {
        MethodDeclarationSyntax method => method.Identifier == token && method.AttributeLists.Count == 0,
        BaseTypeDeclarationSyntax type => type.Identifier == token,
        PropertyDeclarationSyntax property => property.Identifier == token,
        EventDeclarationSyntax raised => raised.Identifier == token,
        DelegateDeclarationSyntax type => type.Identifier == token,
        LocalFunctionStatementSyntax function => function.Identifier == token,
        ForEachStatementSyntax loop => loop.Identifier == token,
        LabeledStatementSyntax label => label.Identifier == token,
        CatchDeclarationSyntax caught => caught.Identifier == token,
        VariableDeclaratorSyntax or ParameterSyntax or SingleVariableDesignationSyntax or TypeParameterSyntax => true,
        _ => false,
    };

    private static bool IsNumbered(string name) => char.IsAsciiDigit(name[^1]);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using NotifierGen.Analyzers;
using NotifierGen.Analyzers.Pairing;
using NotifierGen.CodeFixes.Syntax;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.CodeFixes.Pairing;

/// <summary>The beginning of a Failed handler that undoes a Setup handler: reached as that one is, for the modes in which none is there yet.</summary>
/// <param name="Setup">The Setup handler.</param>
/// <param name="Symbol">The Setup handler.</param>
/// <param name="Name">The new handler's name.</param>
/// <param name="Modes">Its modes.</param>
/// <param name="Change">What the Setup handler changes, as it is written there.</param>
internal sealed record FailedStub(MethodDeclarationSyntax Setup, IMethodSymbol Symbol, string Name, int Modes, string Change)
{
    public MemberDeclarationSyntax ToSyntax()
    {
        string line = EndOfLine();
        var modifiers = Setup.Modifiers.Where(static token => SyntaxFacts.IsAccessibilityModifier(token.Kind()) || token.IsKind(SyntaxKind.StaticKeyword));
        string text = $"[{Attribute()}]{line}"
            + string.Concat(modifiers.Select(static token => token.ValueText + " "))
            + $"void {Name}(){line}{{{line}// Undo what {Setup.Identifier.ValueText} has done: it changes '{Change}'.{line}}}{line}";
        return QualifiedNames.Simplify(SyntaxFactory.ParseMemberDeclaration(text)!)
            .WithLeadingTrivia(SyntaxFactory.EndOfLine(line), SyntaxFactory.ElasticMarker)
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    // Written as the Setup handler's is; one that overrides another has none.
    private string Attribute()
    {
        AttributeSyntax? setup = null;
        int setupModes = 0;
        foreach (AttributeData data in Symbol.GetAttributes())
        {
            if (HandlerAttribute.TryRead(data, out HandlerAttribute attribute) && attribute.Event == EventKind.Setup)
            {
                setup ??= data.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;
                setupModes |= attribute.Modes;
            }
        }

        string name = setup?.Name.ToString() ?? "global::NotifierGen.OnMigrationEvent";
        string failed = (setup is null ? null : ViolationReport.FindArgument(setup, "migrationEvent")?.Expression) switch
        {
            IdentifierNameSyntax => "Failed",
            MemberAccessExpressionSyntax { Expression: { } type } => type + ".Failed",
            _ => "global::NotifierGen.MigrationEvent.Failed",
        };
        string? modes = Modes == 1 ? null
            : setup is not null && setupModes == Modes && ViolationReport.FindArgument(setup, "Modes") is { } written ? written.Expression.ToString()
            : Modes == HandlerAttribute.AllModes ? "global::NotifierGen.MigrationMode.All"
            : string.Join(" | ", ModeNames.Of(Modes).Select(static mode => "global::NotifierGen.MigrationMode." + mode));
        return $"{name}({failed}, global::NotifierGen.Phase.BeforeVmStart{(modes is null ? "" : ", Modes = " + modes)})";
    }

    private string EndOfLine()
    {
        SyntaxTrivia line = Setup.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return line.IsKind(SyntaxKind.None) ? "\n" : line.ToString();
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Robustness.Mutants;

/// <summary>Breaks a file as a person at the keyboard does, or a merge.</summary>
internal sealed class Mutator(Dice dice)
{
    private static readonly string[] s_attributes =
    [
        "[", "[OnMigrationEvent", "[OnMigrationEvent(", "[OnMigrationEvent]", "[OnMigrationEvent()]", "[OnMigrationEvent(Fai)]", "[OnMigrationEvent(Failed, )]",
        "[OnMigrationEvent(Failed, Phase.", "[OnMigrationEvent(Failed, Modes = )]", "[OnMigrationEvent(Failed, Order = 1, Order = 2)]", "[OnMigrationEvent(Done, After = new[] {",
        "[OnMigrationEvent(Done, After = new[] { typeof() })]", "[OnMigrationEvent(Done, Before = new[] { typeof(Missing<>), null })]", "[OnMigrationEvent(Done, After = null)]",
        "[OnMigrationEvent((MigrationEvent)99)]", "[OnMigrationEvent(Done, BudgetMicroseconds = 1 / 0)]", "[OnMigrationEvent(Done), OnMigrationEvent(Setup)]", "[OnMigrationEvent(Reclaimed)]",
        "[return: OnMigrationEvent(Done)]", "[OnMigrationEvent<int>(Done)]", "[DispatchTable", "[DispatchTable]", "[System.Obsolete]", "[type: DispatchTable]",
    ];

    private static readonly string[] s_words =
    [
        "public", "private", "protected", "internal", "static", "abstract", "virtual", "override", "sealed", "partial", "readonly", "ref", "in", "async", "unsafe", "extern", "file", "new",
        "class", "record", "struct", "interface", "enum", "delegate", "namespace", "using", "extension", "where", "void", "int", "<T>", "<", ">", "(", ")", ";", ",", ".", "=>", "=", "?", "*", "#if X", "\"", "/*", "@", "0",
    ];

    /// <summary>The text of a file after one mutation, or null if it adds a file of the same text instead.</summary>
    public string? Apply(Mutation mutation, string text) => mutation switch
    {
        Mutation.DeleteToken => Change(text, Token(text).Span, ""),
        Mutation.InsertToken => Change(text, new TextSpan(Token(text).SpanStart, 0), dice.Pick(s_words) + " "),
        Mutation.SwapTokens => Swap(text),
        Mutation.ReplaceToken => Replace(text),
        Mutation.RepeatLines => Repeat(text),
        Mutation.HalfTypeAttribute => Change(text, new TextSpan(Member(text), 0), dice.Pick(s_attributes) + " "),
        Mutation.CutAttribute => CutAttribute(text),
        Mutation.UnbalanceBraces => dice.Chance(50) ? DropBrace(text) : Change(text, new TextSpan(Token(text).SpanStart, 0), dice.Pick(["{", "}", "(", ")", "[", "]"])),
        Mutation.CutFile => text[..dice.Below(text.Length + 1)],
        _ => null,
    };

    private static string Change(string text, TextSpan span, string replacement) => text[..span.Start] + replacement + text[span.End..];

    private static List<SyntaxToken> Tokens(string text) => [.. CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0)];

    private SyntaxToken Token(string text) => Tokens(text) is { Count: > 0 } tokens ? dice.Pick(tokens) : default;

    private string Swap(string text)
    {
        List<SyntaxToken> tokens = Tokens(text);
        if (tokens.Count < 2)
        {
            return text;
        }

        // Neighbours more often than strangers.
        int first = dice.Below(tokens.Count - 1);
        int second = dice.Chance(60) ? first + 1 : first + 1 + dice.Below(tokens.Count - 1 - first);
        return Change(Change(text, tokens[second].Span, tokens[first].Text), tokens[first].Span, tokens[second].Text);
    }

    private string Replace(string text)
    {
        SyntaxToken token = Token(text);
        SyntaxToken[] like = [.. Tokens(text).Where(other => other.IsKind(token.Kind()) || (SyntaxFacts.IsKeywordKind(other.Kind()) && SyntaxFacts.IsKeywordKind(token.Kind())))];
        return like.Length == 0 ? text : Change(text, token.Span, dice.Pick(like).Text);
    }

    private string Repeat(string text)
    {
        string[] lines = text.Split('\n');
        int first = dice.Below(lines.Length);
        int count = 1 + dice.Below(Math.Min(8, lines.Length - first));
        return string.Join('\n', [.. lines[..(first + count)], .. lines[first..]]);
    }

    private int Member(string text)
    {
        MemberDeclarationSyntax[] members = [.. CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>()];
        return members.Length == 0 ? 0 : dice.Pick(members).SpanStart;
    }

    private string CutAttribute(string text)
    {
        AttributeListSyntax[] lists = [.. CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<AttributeListSyntax>()];
        if (lists.Length == 0)
        {
            return text;
        }

        TextSpan span = dice.Pick(lists).Span;
        int start = span.Start + dice.Below(span.Length);
        return Change(text, TextSpan.FromBounds(start, dice.Chance(70) ? span.End : Math.Min(span.End, start + 1 + dice.Below(5))), "");
    }

    private string DropBrace(string text)
    {
        SyntaxToken[] braces = [.. Tokens(text).Where(token => token.Text is "{" or "}" or "(" or ")" or "[" or "]")];
        return braces.Length == 0 ? text : Change(text, dice.Pick(braces).Span, "");
    }
}

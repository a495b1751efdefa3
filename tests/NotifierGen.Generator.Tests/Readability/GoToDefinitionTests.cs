using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotifierGen.Generator.Tests.Readability;

public class GoToDefinitionTests
{
    public static TheoryData<int, string> Rows => [.. ReadMachine.Handlers.Select((handler, row) => (row, handler))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void ARowInTheDocumentationLeadsToItsHandler(int row, string handler)
    {
        PropertyDeclarationSyntax table = ReadMachine.Dispatcher.Members.OfType<PropertyDeclarationSyntax>().Single(property => property.Identifier.Text == "Table");

        AssertLeadsTo(handler, ReadMachine.Links(table)[row], throughRow: handler.StartsWith("Devices.", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void TheCallOfARowLeadsToItsHandler(int row, string handler)
    {
        SwitchSectionSyntax section = ReadMachine.Dispatcher.DescendantNodes().OfType<CaseSwitchLabelSyntax>()
            .Where(label => label.Value.ToString() == $"{row}").Select(label => (SwitchSectionSyntax)label.Parent!).Single();

        AssertLeadsTo(handler, section.DescendantNodes().OfType<InvocationExpressionSyntax>().Last(), throughRow: true);
    }

    [Fact]
    public void TheLoopOfARowCallsItsHandler()
    {
        SyntaxNode callOfRow = ReadMachine.Dispatcher.DescendantNodes().OfType<InvocationExpressionSyntax>().Single(call => call.ToString().Contains("Uart.Failed_BeforeVmStart", StringComparison.Ordinal));
        IMethodSymbol row = Assert.Single(ReadMachine.Definitions(callOfRow));

        SyntaxNode callOfHandler = ReadMachine.SourceOf(row).DescendantNodes().OfType<InvocationExpressionSyntax>().Last();

        Assert.Equal("Emulator.Uart.OnFailed()", ReadMachine.Describe(Assert.Single(ReadMachine.Definitions(callOfHandler))));
    }

    // The generated row of another project stands between, as does the one that a dispatcher calls. Its first words name the handler alone.
    private static void AssertLeadsTo(string handler, SyntaxNode name, bool throughRow)
    {
        IReadOnlyList<IMethodSymbol> definitions = ReadMachine.Definitions(name);
        if (throughRow)
        {
            IMethodSymbol row = Assert.Single(definitions);
            Assert.True(ReadMachine.IsGenerated(row));
            definitions = [Assert.Single(ReadMachine.Definitions(ReadMachine.Links(ReadMachine.SourceOf(row))[0]))];
        }

        Assert.All(definitions, definition => Assert.False(ReadMachine.IsGenerated(definition)));
        Assert.Contains(handler, definitions.Select(ReadMachine.Describe));
    }
}

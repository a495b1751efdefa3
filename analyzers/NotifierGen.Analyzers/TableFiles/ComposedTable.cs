using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using NotifierGen.Generator.Emission;
using NotifierGen.Generator.Model;
using NotifierGen.Generator.Ordering;
using NotifierGen.Generator.Parsing;

namespace NotifierGen.Analyzers.TableFiles;

/// <summary>The dispatch table of a compilation as Markdown, row by row, as <c>NotifierTable.ToMarkdown</c> writes it at run time.</summary>
internal static class ComposedTable
{
    /// <summary>The two lines above the rows.</summary>
    public static ImmutableArray<string> Head { get; } = ImmutableArray.Create(
        Line("device", "handler", "event", "phase", "modes", "order"),
        Line("---", "---", "---", "---", "---", "---:"));

    /// <summary>The rows in call order, composed by the generator's own code.</summary>
    public static ImmutableArray<string> Rows(Compilation compilation, CancellationToken cancellationToken)
    {
        ImmutableArray<HandlerModel> handlers = ImmutableArray.CreateRange(SourceSymbols.Handlers(compilation, cancellationToken)
            .Select(method => HandlerParser.Parse(method, compilation, cancellationToken))
            .OfType<HandlerModel>());
        IEnumerable<ComposableRow> own = DeviceGrouping.Group(handlers).SelectMany(Composition.RowsOf);
        TableModel table = Composition.Compose(new EquatableArray<ComposableRow>(own.ToArray()), ManifestParser.Parse(compilation, cancellationToken));
        return ImmutableArray.CreateRange(table.Rows.Select(ToLine));
    }

    private static string ToLine(TableRow row) => Line(
        row.Device,
        row.Handler,
        row.Section.EventName(),
        row.Section.HasPhase() ? row.Section.PhaseName() : "",
        Names.PlainModes(row.Modes),
        row.Order.ToString(CultureInfo.InvariantCulture));

    // Generic device classes have angle brackets, which Markdown would take for HTML.
    private static string Line(params string[] cells) => "|" + string.Concat(cells.Select(static cell => " " + cell.Replace("<", "\\<") + " |"));
}

using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using NotifierGen.Generator.Model;
using NotifierGen.Generator.Ordering;
using NotifierGen.Generator.Parsing;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Order;

/// <summary>Finds the cycles among the rows that a dispatcher of one compilation would compose, once, when somebody asks.</summary>
internal sealed class CycleSearch
{
    private readonly object _lock = new object();
    private readonly Compilation _compilation;
    private readonly List<(IMethodSymbol Handler, AttributeData Attribute)> _own = new List<(IMethodSymbol, AttributeData)>();
    private ImmutableArray<OrderCycle> _cycles;

    public CycleSearch(Compilation compilation) => _compilation = compilation;

    public ImmutableArray<OrderCycle> Cycles(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_cycles.IsDefault)
            {
                _own.Clear();
                List<ComposableRow> rows = OwnRows(cancellationToken);
                rows.AddRange(ManifestParser.Parse(_compilation, cancellationToken));
                _cycles = ImmutableArray.CreateRange(RowOrder.FindCycles(rows).Select(Describe));
            }

            return _cycles;
        }
    }

    private List<ComposableRow> OwnRows(CancellationToken cancellationToken)
    {
        var rows = new List<ComposableRow>();
        foreach (IMethodSymbol method in SourceSymbols.Handlers(_compilation, cancellationToken))
        {
            if (HandlerParser.Parse(method, _compilation, cancellationToken) is not { } handler)
            {
                continue;
            }

            IEnumerable<AttributeData> attributes = method.GetAttributes().Where(attribute => HandlerAttribute.TryRead(attribute, out _));
            foreach ((RowModel row, AttributeData attribute) in handler.Rows.Zip(attributes, (row, attribute) => (row, attribute)))
            {
                rows.Add(new ComposableRow(ToTableRow(handler.Device, row), handler.Device.Key, row.After, row.Before));
                _own.Add((method, attribute));
            }
        }

        return rows;
    }

    // Where the generator has the name of the row's method, this has the row's number, which leads back to the attribute.
    private TableRow ToTableRow(DeviceClassModel device, RowModel row) => new TableRow(
        device.FullName,
        row.Handler.Name,
        row.Section,
        row.Modes,
        row.Order,
        row.BudgetMicroseconds,
        row.RequiresStoppedVm,
        row.Handler.IsStatic,
        _compilation.Assembly.Name,
        Alias: "global",
        RowClass: "",
        Method: _own.Count.ToString(CultureInfo.InvariantCulture),
        Cref: null);

    private OrderCycle Describe(List<ComposableRow> cycle)
    {
        Section section = cycle[0].Row.Section;
        string moment = section.HasPhase() ? section.EventName() + "/" + section.PhaseName() : section.EventName();
        string path = string.Join(" -> ", cycle.Append(cycle[0]).Select(row => row.Row.Device + "." + row.Row.Handler));

        // The last edge closes the cycle; if it was not written here, the last one that was.
        for (int i = cycle.Count - 1; i >= 0; i--)
        {
            ComposableRow first = cycle[i];
            ComposableRow second = cycle[(i + 1) % cycle.Count];
            if (IsOwn(second) && Names(second.After, first))
            {
                return Closed(second, "After");
            }

            if (IsOwn(first) && Names(first.Before, second))
            {
                return Closed(first, "Before");
            }
        }

        return new OrderCycle(moment, path, null, null, null);

        OrderCycle Closed(ComposableRow row, string argument)
        {
            (IMethodSymbol handler, AttributeData attribute) = _own[int.Parse(row.Row.Method, CultureInfo.InvariantCulture)];
            return new OrderCycle(moment, path, handler, attribute, argument);
        }
    }

    private bool IsOwn(ComposableRow row) => row.Row.RowClass.Length == 0 && row.Row.Assembly == _compilation.Assembly.Name;

    private static bool Names(EquatableArray<EdgeTarget> edges, ComposableRow row) =>
        edges.Any(edge => edge.Lineage.Any(level => level.Contains(row.DeviceKey)));
}

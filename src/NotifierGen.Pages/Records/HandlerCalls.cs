using System.Globalization;

namespace NotifierGen.Pages.Records;

/// <summary>Joins the events of the EventSource "NotifierGen" to calls of handlers.</summary>
internal sealed class HandlerCalls
{
    private readonly Dictionary<(string Class, string Handler, MigrationEvent Event, Phase Phase), int> _budgets = [];
    private readonly List<RecordedHandler> _ended = [];
    private RecordedHandler? _open;

    public IReadOnlyList<RecordedHandler> Ended => _ended;

    public void SetBudget(in NotifierRow row) => _budgets[(row.Device, row.Handler, row.Event, row.Phase)] = row.BudgetMicroseconds;

    /// <summary>Takes an event; those that tell of no handler are passed over.</summary>
    /// <param name="name">The event's name.</param>
    /// <param name="at">When, in microseconds.</param>
    /// <param name="argument">The event's arguments.</param>
    /// <returns>Whether it told of a handler.</returns>
    public bool Add(string name, double at, Func<int, string> argument)
    {
        switch (name)
        {
            case "HandlerStart":
                _open = Begin(at, argument);
                return _open is not null;
            case "HandlerStop":
                End(at, Begin(at, argument), argument(4));
                return true;
            case "BudgetOverrun" when _ended.Count > 0 && double.TryParse(argument(5), NumberStyles.Float, CultureInfo.InvariantCulture, out double budget):
                _ended[^1] = _ended[^1] with { Budget = budget };
                return true;
            case "HandlerFault" or "SetupRefused":
                Blame(at, argument(0), argument(1));
                return true;
            default:
                return false;
        }
    }

    private RecordedHandler? Begin(double at, Func<int, string> argument)
    {
        if (!Enum.TryParse(argument(2), out MigrationEvent migrationEvent) || !Enum.TryParse(argument(3), out Phase phase))
        {
            return null;
        }

        (string, string, MigrationEvent, Phase) row = (argument(0), argument(1), migrationEvent, phase);
        return new RecordedHandler(argument(0), argument(1), migrationEvent, phase, at, 0) { Budget = _budgets.GetValueOrDefault(row) };
    }

    /// <summary>The source's own measurement is the better one: between the events lies the work of whoever listens.</summary>
    private void End(double at, RecordedHandler? stopped, string microseconds)
    {
        if (stopped is null)
        {
            return;
        }

        double took = double.TryParse(microseconds, NumberStyles.Float, CultureInfo.InvariantCulture, out double measured) && measured >= 0 ? measured : 0;
        double began = _open is { } open && (open.Class, open.Handler) == (stopped.Class, stopped.Handler) ? open.At : Math.Max(at - took, 0);
        _ended.Add(stopped with { At = began, Duration = took });
        _open = null;
    }

    /// <summary>A handler that threw or refused is the last one that was called.</summary>
    private void Blame(double at, string handler, string why)
    {
        string fault = why.Split('\n')[0].Trim();
        if (_ended.Count > 0 && handler.EndsWith(_ended[^1].Handler, StringComparison.Ordinal))
        {
            _ended[^1] = _ended[^1] with { Fault = fault };
        }
        else if (_open is { } open)
        {
            _ended.Add(open with { Duration = Math.Max(at - open.At, 0), Fault = fault });
            _open = null;
        }
    }
}

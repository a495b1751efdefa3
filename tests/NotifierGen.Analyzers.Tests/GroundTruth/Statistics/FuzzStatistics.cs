using System.Globalization;
using System.Text;
using NotifierGen.Analyzers.Tests.GroundTruth.Comparison;
using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Statistics;

/// <summary>What a run counted, in all and for each construct: a handler counts for all constructs that it may reach.</summary>
internal sealed class FuzzStatistics
{
    private readonly SortedDictionary<string, Tally> _constructs = new(StringComparer.Ordinal);

    /// <summary>The programs of the exact sub-language.</summary>
    public Tally Exact { get; } = new();

    /// <summary>All others.</summary>
    public Tally Full { get; } = new();

    public int Programs { get; private set; }

    public long Executions { get; private set; }

    public void Add(ProgramOutcome outcome)
    {
        Programs++;
        Executions += outcome.Executions;
        foreach (HandlerOutcome handler in outcome.Handlers)
        {
            (outcome.Program.IsExact ? Exact : Full).Add(handler);
            if (outcome.Program.IsExact)
            {
                continue;
            }

            foreach (Construct construct in outcome.Program.ConstructsOf(handler.Handler))
            {
                if (!_constructs.TryGetValue(construct.Name, out Tally? tally))
                {
                    _constructs.Add(construct.Name, tally = new Tally());
                }

                tally.Add(handler);
            }
        }
    }

    /// <summary>The table, the constructs with the most false alarms first.</summary>
    public string ToText(ulong seed, TimeSpan elapsed)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"seed {seed}: {Programs} programs, {Exact.Handlers + Full.Handlers} handlers, {Executions} executions, {elapsed.TotalSeconds:F0} s");
        Append(text, "", "alarms", "false", "%", "handlers", "undecided");
        Append(text, "exact sub-language", Exact);
        Append(text, "full language", Full);
        foreach ((string name, Tally tally) in _constructs.OrderByDescending(static pair => pair.Value.FalseAlarmRate))
        {
            Append(text, name, tally);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, Tally tally) => Append(
        text, name, Number(tally.Alarms), Number(tally.FalseAlarms), tally.FalseAlarmRate.ToString("F1", CultureInfo.InvariantCulture), Number(tally.Handlers), Number(tally.Undecided));

    private static void Append(StringBuilder text, string name, string alarms, string falseAlarms, string rate, string handlers, string undecided) =>
        text.AppendLine(CultureInfo.InvariantCulture, $"{name,-40}{alarms,8}{falseAlarms,8}{rate,8}{handlers,10}{undecided,11}");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

#if NET
using System.Diagnostics;
using System.Diagnostics.Metrics;
#endif

namespace NotifierGen.Diagnostics;

/// <summary>The Meter "NotifierGen", named as OpenTelemetry names metrics. The .NET Standard library has no meters, and measures nothing here.</summary>
internal static class NotifierMeter
{
#if NET
    private static readonly Meter s_meter = new("NotifierGen", typeof(NotifierMeter).Assembly.GetName().Version!.ToString(3));

    private static readonly Histogram<double> s_handlerDuration = s_meter.CreateHistogram<double>(
        "notifiergen.handler.duration", "s", "How long a handler ran for one device.");

    private static readonly Histogram<double> s_downtime = s_meter.CreateHistogram<double>(
        "notifiergen.downtime", "s", "How long the guest stood still: from the stop of the VM to its start, or until it was handed over.");

    private static readonly Counter<long> s_faults = s_meter.CreateCounter<long>("notifiergen.faults", "{fault}", "Handlers that threw.");

    private static readonly Counter<long> s_refusals = s_meter.CreateCounter<long>("notifiergen.refusals", "{refusal}", "Setup handlers that refused.");

    private static readonly Counter<long> s_overruns = s_meter.CreateCounter<long>(
        "notifiergen.budget_overruns", "{overrun}", "Handlers that took longer than their budget.");

    /// <summary>Whether somebody collects the handlers' times.</summary>
    public static bool TimesHandlers => s_handlerDuration.Enabled;

    public static void HandlerRan(in HandlerTiming timing)
    {
        if (s_handlerDuration.Enabled)
        {
            s_handlerDuration.Record(timing.Elapsed.TotalSeconds, Tags(timing.Row));
        }
    }

    public static void BudgetOverrun(in HandlerTiming timing) => s_overruns.Add(1, Tags(timing.Row));

    public static void Faulted(in NotifierRow row) => s_faults.Add(1, Tags(row));

    public static void Refused(in NotifierRow row) => s_refusals.Add(1, Tags(row));

    /// <summary>The guest stood still for so long.</summary>
    /// <param name="downtime">From the stop.</param>
    /// <param name="outcome">What ended it: <c>started</c> or <c>handed_over</c>.</param>
    public static void WasDown(TimeSpan downtime, string outcome)
    {
        if (s_downtime.Enabled)
        {
            s_downtime.Record(downtime.TotalSeconds, new KeyValuePair<string, object?>("notifiergen.outcome", outcome));
        }
    }

    private static TagList Tags(in NotifierRow row) => new()
    {
        { "notifiergen.device", row.Device },
        { "notifiergen.handler", row.Handler },
        { "notifiergen.event", Names.Of(row.Event) },
        { "notifiergen.phase", Names.Of(row.Phase) },
    };
#else
    public static bool TimesHandlers => false;

    public static void HandlerRan(in HandlerTiming timing) => _ = timing;

    public static void BudgetOverrun(in HandlerTiming timing) => _ = timing;

    public static void Faulted(in NotifierRow row) => _ = row;

    public static void Refused(in NotifierRow row) => _ = row;

    public static void WasDown(TimeSpan downtime, string outcome) => _ = (downtime, outcome);
#endif
}

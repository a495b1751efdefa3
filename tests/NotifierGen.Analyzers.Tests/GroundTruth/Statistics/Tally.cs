namespace NotifierGen.Analyzers.Tests.GroundTruth.Statistics;

/// <summary>What was counted over many handlers.</summary>
internal sealed class Tally
{
    public int Handlers { get; private set; }

    /// <summary>Handlers where the analysis says that it cannot tell.</summary>
    public int Undecided { get; private set; }

    public int Alarms { get; private set; }

    public int FalseAlarms { get; private set; }

    /// <summary>False alarms per hundred alarms.</summary>
    public double FalseAlarmRate => Alarms == 0 ? 0 : 100.0 * FalseAlarms / Alarms;

    public double UndecidedRate => Handlers == 0 ? 0 : 100.0 * Undecided / Handlers;

    public void Add(Comparison.HandlerOutcome handler)
    {
        Handlers++;
        Undecided += handler.IsUndecided ? 1 : 0;
        Alarms += handler.Alarms;
        FalseAlarms += handler.FalseAlarmCount;
    }
}

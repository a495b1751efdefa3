namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim.Threading;

/// <summary>A timer of the monitor: it fires once, after the handler.</summary>
public sealed class Timer
{
    public Timer(Action<object?> callback, object? state, int dueTime, int period)
    {
        Execution.Current.Use(dueTime + period);
        Execution.Current.Accept(() => callback(state));
    }
}

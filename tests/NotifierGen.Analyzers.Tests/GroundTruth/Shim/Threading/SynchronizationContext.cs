namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim.Threading;

/// <summary>A context of the monitor: posted code runs after the handler.</summary>
public class SynchronizationContext
{
    public virtual void Post(Action<object?> d, object? state) => Execution.Current.Accept(() => d(state));
}

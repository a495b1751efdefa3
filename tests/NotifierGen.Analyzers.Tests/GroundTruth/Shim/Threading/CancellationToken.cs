namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim.Threading;

/// <summary>A token that is cancelled after the handler.</summary>
public sealed class CancellationToken
{
    public void Register(Action callback) => Execution.Current.Accept(callback);
}

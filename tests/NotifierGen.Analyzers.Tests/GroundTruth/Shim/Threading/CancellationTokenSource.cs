namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim.Threading;

/// <summary>A source whose token is cancelled after the handler.</summary>
public sealed class CancellationTokenSource
{
    public CancellationToken Token { get; } = new();
}

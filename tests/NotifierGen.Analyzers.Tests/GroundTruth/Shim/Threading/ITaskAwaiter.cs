namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim.Threading;

/// <summary>Tells what an async body waits for.</summary>
internal interface ITaskAwaiter
{
    Task Awaited { get; }
}

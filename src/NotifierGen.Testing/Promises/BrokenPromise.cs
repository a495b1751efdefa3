namespace NotifierGen.Testing;

/// <summary>A promise that was not kept.</summary>
/// <param name="Promise">The promise, as a sentence.</param>
/// <param name="What">What happened instead.</param>
/// <param name="Entry">The index of the entry at which it shows; -1 for the end.</param>
internal sealed record BrokenPromise(string Promise, string What, int Entry)
{
    /// <summary>What the author's own code threw, if that is what happened.</summary>
    public Exception? Exception { get; init; }
}

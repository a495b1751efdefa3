namespace Emulator.Migration.Wire;

/// <summary>A migration stream is not what it must be, or has ended too early: what, where, and what to do about it.</summary>
internal sealed class StreamException : Exception
{
    public StreamException(string problem, StreamSection section, long offset, string advice)
        : base($"{problem} (section {section}, offset {offset}); {advice}") => Problem = $"{problem} (section {section}, offset {offset})";

    /// <summary>What and where, without the advice, which is one for streams that come over a line.</summary>
    public string Problem { get; }
}

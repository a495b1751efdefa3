namespace System;

/// <summary>What the compiler wants to see for slices, and .NET Standard 2.0 has not.</summary>
internal readonly struct Range(Index start, Index end)
{
    public Index Start { get; } = start;

    public Index End { get; } = end;
}

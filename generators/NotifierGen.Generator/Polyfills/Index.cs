namespace System;

/// <summary>What the compiler wants to see for list patterns and <c>^1</c>, and .NET Standard 2.0 has not.</summary>
internal readonly struct Index(int value, bool fromEnd = false)
{
    public int GetOffset(int length) => fromEnd ? length - value : value;
}

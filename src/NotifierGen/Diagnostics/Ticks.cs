using System.Diagnostics;

namespace NotifierGen.Diagnostics;

/// <summary>Times between two readings of <see cref="Stopwatch.GetTimestamp"/>.</summary>
internal static class Ticks
{
    public static TimeSpan Between(long start, long end) => ToTimeSpan(end - start);

    public static TimeSpan ToTimeSpan(long ticks) => TimeSpan.FromSeconds((double)ticks / Stopwatch.Frequency);
}

using System.Diagnostics;

namespace NotifierGen.Diagnostics;

/// <summary>Times between two readings of <see cref="Stopwatch.GetTimestamp"/>.</summary>
internal static class Ticks
{
    public static TimeSpan Between(long start, long end) => TimeSpan.FromSeconds(Seconds(start, end));

    public static double Seconds(long start, long end) => (double)(end - start) / Stopwatch.Frequency;
}

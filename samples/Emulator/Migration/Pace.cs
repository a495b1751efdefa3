using System.Diagnostics;

namespace Emulator.Migration;

/// <summary>Keeps what is sent while the guest runs within a bandwidth.</summary>
/// <param name="bandwidth">Bytes a second.</param>
internal sealed class Pace(long bandwidth)
{
    private static readonly TimeSpan s_worthSleeping = TimeSpan.FromMilliseconds(1);

    /// <summary>By how much what was sent is ahead of the bandwidth.</summary>
    public TimeSpan Ahead(long bytes, long begin) => TimeSpan.FromSeconds((double)bytes / bandwidth) - Stopwatch.GetElapsedTime(begin);

    public void SlowDown(long bytes, long begin)
    {
        TimeSpan ahead = Ahead(bytes, begin);
        if (ahead > s_worthSleeping)
        {
            Thread.Sleep(ahead);
        }
    }
}

namespace Emulator.Commands;

/// <summary>Counts what the guest prints, for whoever waits for a sign of life.</summary>
internal sealed class GuestLines
{
    private readonly object _lock = new();
    private long _count;

    /// <summary>Whether the guest ever said that something was lost.</summary>
    public bool SawCorruption { get; private set; }

    public void Add(string line)
    {
        lock (_lock)
        {
            SawCorruption |= line.Contains("CORRUPT", StringComparison.Ordinal);
            if (line.Contains(" ok ", StringComparison.Ordinal))
            {
                _count++;
                Monitor.PulseAll(_lock);
            }
        }
    }

    /// <summary>Waits until the guest has finished another turn of its rounds.</summary>
    public bool WaitForAnother(TimeSpan patience)
    {
        lock (_lock)
        {
            long begin = _count;
            long end = Environment.TickCount64 + (long)patience.TotalMilliseconds;
            while (_count == begin)
            {
                long left = end - Environment.TickCount64;
                if (left <= 0 || !Monitor.Wait(_lock, TimeSpan.FromMilliseconds(left)))
                {
                    return _count != begin;
                }
            }

            return true;
        }
    }
}

using System.Diagnostics;

namespace Emulator.Bus;

/// <summary>The guest's time, in units of 100 ns. It stands still while the virtual machine does, so a guest that was stopped for long misses nothing.</summary>
/// <remarks>Reading is safe from any thread; setting, starting and stopping belong to the thread that stops and starts the machine, or to a vCPU.</remarks>
internal sealed class VirtualClock
{
    private readonly Lock _lock = new();
    private ulong _atStart;
    private long _startedAt;
    private bool _runs;

    public ulong Now
    {
        get
        {
            lock (_lock)
            {
                return _runs ? _atStart + (ulong)Stopwatch.GetElapsedTime(_startedAt).Ticks : _atStart;
            }
        }

        set
        {
            lock (_lock)
            {
                _atStart = value;
                _startedAt = Stopwatch.GetTimestamp();
            }
        }
    }

    public void Start()
    {
        lock (_lock)
        {
            _startedAt = Stopwatch.GetTimestamp();
            _runs = true;
        }
    }

    public void Stop()
    {
        lock (_lock)
        {
            _atStart = Now;
            _runs = false;
        }
    }
}

using System.Buffers;
using Devices;

namespace Emulator.Bus;

/// <summary>The core-local interruptor: the clock, each hart's timer and each hart's software interrupt.</summary>
internal sealed class Clint : IBusDevice, IMigratableState, IDisposable
{
    /// <summary>The software interrupt's bit in mip.</summary>
    public const ulong SoftwareInterrupt = 1 << 3;

    /// <summary>The timer interrupt's bit in mip.</summary>
    public const ulong TimerInterrupt = 1 << 7;

    private const ulong CompareOffset = 0x4000;
    private const ulong TimeOffset = 0xBFF8;

    private readonly VirtualClock _clock;
    private readonly uint[] _software;
    private readonly ulong[] _compare;
    private readonly AutoResetEvent[] _wakeUps;

    public Clint(int harts, VirtualClock clock)
    {
        _clock = clock;
        _software = new uint[harts];
        _compare = new ulong[harts];
        Array.Fill(_compare, ulong.MaxValue);
        _wakeUps = [.. Enumerable.Range(0, harts).Select(_ => new AutoResetEvent(false))];
    }

    public ulong Address => 0x0200_0000;

    public ulong Length => 0x1_0000;

    /// <summary>The guest's time, in units of 100 ns.</summary>
    public ulong Time => _clock.Now;

    public int StateVersion => 1;

    /// <summary>The bits of mip that are set for a hart.</summary>
    public ulong Pending(int hart)
    {
        ulong software = Volatile.Read(ref _software[hart]) != 0 ? SoftwareInterrupt : 0;
        ulong compare = Volatile.Read(ref _compare[hart]);
        return compare != ulong.MaxValue && _clock.Now >= compare ? software | TimerInterrupt : software;
    }

    /// <summary>Lets the calling thread sleep until the hart's timer is due or somebody wakes it; may return early.</summary>
    /// <param name="hart">The hart.</param>
    /// <param name="timer">Whether its timer may end the sleep.</param>
    public void Sleep(int hart, bool timer)
    {
        const ulong TicksPerMillisecond = 10_000;
        const ulong LongestSleep = 100;
        ulong compare = timer ? Volatile.Read(ref _compare[hart]) : ulong.MaxValue;
        ulong now = _clock.Now;
        if (compare > now)
        {
            ulong milliseconds = (compare - now + TicksPerMillisecond - 1) / TicksPerMillisecond;
            _wakeUps[hart].WaitOne((int)Math.Min(milliseconds, LongestSleep));
        }
    }

    /// <summary>Ends the hart's sleep, or its next one.</summary>
    public void Wake(int hart) => _wakeUps[hart].Set();

    public bool TryRead(ulong offset, int size, out ulong value)
    {
        int harts = _software.Length;
        value = 0;
        if (size == 4 && offset < (ulong)harts * 4)
        {
            value = Volatile.Read(ref _software[offset / 4]);
            return true;
        }

        if (size == 8 && offset >= CompareOffset && offset < CompareOffset + ((ulong)harts * 8))
        {
            value = Volatile.Read(ref _compare[(offset - CompareOffset) / 8]);
            return true;
        }

        value = _clock.Now;
        return size == 8 && offset == TimeOffset;
    }

    public bool TryWrite(ulong offset, int size, ulong value)
    {
        int harts = _software.Length;
        if (size == 4 && offset < (ulong)harts * 4)
        {
            Volatile.Write(ref _software[offset / 4], (uint)value & 1);
            Wake((int)(offset / 4));
            return true;
        }

        if (size == 8 && offset >= CompareOffset && offset < CompareOffset + ((ulong)harts * 8))
        {
            int hart = (int)((offset - CompareOffset) / 8);
            Volatile.Write(ref _compare[hart], value);
            Wake(hart);
            return true;
        }

        if (size == 8 && offset == TimeOffset)
        {
            _clock.Now = value;
            return true;
        }

        return false;
    }

    public void Save(MigrationMode mode, IBufferWriter<byte> output)
    {
        output.WriteUInt64(_clock.Now);
        for (int hart = 0; hart < _software.Length; hart++)
        {
            output.WriteBoolean(_software[hart] != 0);
            output.WriteUInt64(_compare[hart]);
        }
    }

    public void Load(MigrationMode mode, int version, ReadOnlySpan<byte> state)
    {
        var reader = new StateReader("clint", version, StateVersion, state);
        ulong now = reader.ReadUInt64();
        var software = new bool[_software.Length];
        var compare = new ulong[_software.Length];
        for (int hart = 0; hart < software.Length; hart++)
        {
            software[hart] = reader.ReadBoolean();
            compare[hart] = reader.ReadUInt64();
        }

        reader.End();
        _clock.Now = now;
        for (int hart = 0; hart < software.Length; hart++)
        {
            _software[hart] = software[hart] ? 1U : 0;
            _compare[hart] = compare[hart];
        }
    }

    public void Dispose()
    {
        foreach (AutoResetEvent wakeUp in _wakeUps)
        {
            wakeUp.Dispose();
        }
    }
}

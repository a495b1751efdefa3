using System.Buffers;
using Devices;

namespace Emulator.Bus;

/// <summary>
/// The register with which the guest says that it is finished: 0x5555 all is well, else a code of its own, why it cannot go on. It also holds whether the
/// guest is suspended to RAM.
/// </summary>
internal sealed class PowerSwitch : IBusDevice, IMigratableState
{
    private const uint Finished = 0x5555;

    private uint _written;
    private volatile GuestPower _guest;

    public ulong Address => 0x0010_0000;

    public ulong Length => 0x1000;

    public int StateVersion => 2;

    /// <summary>What the guest wrote; 0 while it goes on.</summary>
    public uint Written => Volatile.Read(ref _written);

    /// <summary>Whether the guest gave up.</summary>
    public bool GuestFailed => Written is not (0 or Finished);

    /// <summary>Whether the guest is up or suspended.</summary>
    public GuestPower Guest
    {
        get => _guest;
        set => _guest = value;
    }

    public bool TryRead(ulong offset, int size, out ulong value)
    {
        value = Written;
        return size == 4 && offset == 0;
    }

    public bool TryWrite(ulong offset, int size, ulong value)
    {
        if (size != 4 || offset != 0)
        {
            return false;
        }

        // The first word counts: a guest that has failed once cannot take it back.
        Interlocked.CompareExchange(ref _written, (uint)value, 0);
        return true;
    }

    public void Save(MigrationMode mode, IBufferWriter<byte> output)
    {
        output.WriteInt32((int)Written);
        output.WriteBoolean(Guest == GuestPower.Suspended);
    }

    public void Load(MigrationMode mode, int version, ReadOnlySpan<byte> state)
    {
        var reader = new StateReader("power", version, StateVersion, state);
        int written = reader.ReadInt32();
        bool isSuspended = reader.ReadBoolean();
        reader.End();
        Guest = isSuspended ? GuestPower.Suspended : GuestPower.On;
        Volatile.Write(ref _written, (uint)written);
    }
}

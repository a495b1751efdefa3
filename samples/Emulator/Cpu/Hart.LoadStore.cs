using System.Runtime.CompilerServices;

namespace Emulator.Cpu;

/// <content>RV64I: loads and stores, to RAM first, else to a device on the bus.</content>
internal sealed partial class Hart
{
    private void ExecuteLoad(Instruction i)
    {
        ulong address = _x[i.Rs1] + i.ImmediateI;
        ulong value;
        switch (i.Funct3)
        {
            case 0 when TryLoad(address, out byte b):
                value = (ulong)(sbyte)b;
                break;
            case 1 when TryLoad(address, out ushort h):
                value = (ulong)(short)h;
                break;
            case 2 when TryLoad(address, out uint w):
                value = (ulong)(int)w;
                break;
            case 3 when TryLoad(address, out ulong d):
                value = d;
                break;
            case 4 when TryLoad(address, out byte b):
                value = b;
                break;
            case 5 when TryLoad(address, out ushort h):
                value = h;
                break;
            case 6 when TryLoad(address, out uint w):
                value = w;
                break;
            case 7:
                RaiseIllegal(i);
                return;
            default:
                return; // trapped
        }

        this[i.Rd] = value;
    }

    private void ExecuteStore(Instruction i)
    {
        ulong address = _x[i.Rs1] + i.ImmediateS;
        ulong value = _x[i.Rs2];
        switch (i.Funct3)
        {
            case 0:
                Store(address, (byte)value);
                break;
            case 1:
                Store(address, (ushort)value);
                break;
            case 2:
                Store(address, (uint)value);
                break;
            case 3:
                Store(address, value);
                break;
            default:
                RaiseIllegal(i);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryLoad<T>(ulong address, out T value)
        where T : unmanaged
    {
        return _memory.TryRead(address, out value) || TryLoadFromDevice(address, out value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store<T>(ulong address, T value)
        where T : unmanaged
    {
        if (_memory.TryWrite(address, value))
        {
            _reservations.Break(Id, address);
        }
        else
        {
            StoreToDevice(address, value);
        }
    }

    private bool TryLoadFromDevice<T>(ulong address, out T value)
        where T : unmanaged
    {
        int size = Unsafe.SizeOf<T>();
        value = default;
        if ((address & (ulong)(size - 1)) != 0)
        {
            Raise(TrapCause.LoadAddressMisaligned, address);
            return false;
        }

        if (!_bus.TryRead(address, size, out ulong bits))
        {
            Raise(TrapCause.LoadAccessFault, address);
            return false;
        }

        value = Unsafe.As<ulong, T>(ref bits);
        return true;
    }

    private void StoreToDevice<T>(ulong address, T value)
        where T : unmanaged
    {
        int size = Unsafe.SizeOf<T>();
        ulong bits = 0;
        Unsafe.As<ulong, T>(ref bits) = value;
        if ((address & (ulong)(size - 1)) != 0)
        {
            Raise(TrapCause.StoreAddressMisaligned, address);
        }
        else if (!_bus.TryWrite(address, size, bits))
        {
            Raise(TrapCause.StoreAccessFault, address);
        }
    }
}

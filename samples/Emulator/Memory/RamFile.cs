using System.Globalization;
using Emulator.Host.Linux;

namespace Emulator.Memory;

/// <summary>A memory file that holds a guest's RAM: whoever has its descriptor maps the same pages, also the image that replaces this process.</summary>
internal sealed unsafe class RamFile : IDisposable
{
    private readonly byte* _bytes;
    private readonly nuint _mapped;

    private RamFile(int descriptor, long length)
    {
        Descriptor = descriptor;
        _mapped = (nuint)length;
        _bytes = LinuxCalls.Map(null, _mapped, LinuxCalls.ReadAndWrite, LinuxCalls.Shared, descriptor, 0);
        if (_bytes == LinuxCalls.MapFailed)
        {
            string reason = LinuxCalls.LastError;
            _ = LinuxCalls.Close(descriptor);
            throw new IOException($"the guest's RAM cannot be mapped: {reason}");
        }
    }

    public int Descriptor { get; }

    /// <summary>Where it is mapped.</summary>
    public byte* Bytes => _bytes;

    /// <summary>The file's number, as the kernel knows the mapping: the same number is the same memory.</summary>
    public ulong Inode
    {
        get
        {
            // ADDRESS-ADDRESS PERMISSIONS OFFSET DEVICE INODE NAME
            string address = ((nuint)_bytes).ToString("x", CultureInfo.InvariantCulture) + "-";
            string line = File.ReadLines("/proc/self/maps").First(line => line.StartsWith(address, StringComparison.Ordinal));
            return ulong.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[4], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Creates one, all zero.</summary>
    /// <param name="ramBytes">The size of the RAM.</param>
    /// <exception cref="IOException">There is none to be had.</exception>
    public static RamFile Create(int ramBytes)
    {
        int descriptor = LinuxCalls.CreateMemoryFile("guest-ram", LinuxCalls.CloseOnExec);
        if (descriptor < 0 || LinuxCalls.SetLength(descriptor, LengthFor(ramBytes)) < 0)
        {
            throw new IOException($"no memory file for the guest's RAM: {LinuxCalls.LastError}");
        }

        return new RamFile(descriptor, LengthFor(ramBytes));
    }

    /// <summary>Takes one over that another image has created.</summary>
    /// <exception cref="IOException">It is none, or holds another machine's RAM.</exception>
    public static RamFile TakeOver(int descriptor, int ramBytes)
    {
        // From here on it closes with this image, as every other descriptor does.
        if (LinuxCalls.Control(descriptor, LinuxCalls.SetDescriptorFlags, (int)LinuxCalls.CloseOnExec) < 0)
        {
            throw new IOException($"descriptor {descriptor}, which is to hold the guest's RAM: {LinuxCalls.LastError}");
        }

        long length = RandomAccess.GetLength(new Microsoft.Win32.SafeHandles.SafeFileHandle(descriptor, ownsHandle: false));
        return length == LengthFor(ramBytes)
            ? new RamFile(descriptor, length)
            : throw new IOException($"descriptor {descriptor} holds {length} bytes, the machine's RAM takes {LengthFor(ramBytes)}");
    }

    public void Dispose()
    {
        _ = LinuxCalls.Unmap(_bytes, _mapped);
        _ = LinuxCalls.Close(Descriptor);
    }

    /// <summary>With room for an access that begins in the last bytes and reaches behind them.</summary>
    private static long LengthFor(int ramBytes) => (long)ramBytes + GuestMemory.PageSize;
}

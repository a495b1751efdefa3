using System.Buffers.Binary;

namespace Emulator.Memory;

/// <summary>An ELF64 executable for RISC-V, as far as loading it needs.</summary>
internal sealed class ElfImage
{
    private const int HeaderSize = 64;
    private const int ProgramHeaderSize = 56;
    private const ushort Executable = 2;
    private const ushort RiscV = 243;
    private const uint Loadable = 1;

    private readonly byte[] _file;
    private readonly ulong _programHeaders;
    private readonly int _programHeaderCount;

    /// <summary>Reads the header.</summary>
    /// <exception cref="InvalidDataException">It is not an ELF64 executable for RISC-V.</exception>
    public ElfImage(byte[] file)
    {
        _file = file;
        if (file.Length < HeaderSize || !file.AsSpan(0, 4).SequenceEqual("\u007fELF"u8))
        {
            throw new InvalidDataException("The guest is not an ELF file.");
        }

        if (file[4] != 2 || file[5] != 1 || UInt16(16) != Executable || UInt16(18) != RiscV || UInt16(54) != ProgramHeaderSize)
        {
            throw new InvalidDataException("The guest is not a 64-bit little-endian executable for RISC-V.");
        }

        Entry = UInt64(24);
        _programHeaders = UInt64(32);
        _programHeaderCount = UInt16(56);
        if (_programHeaders > (ulong)file.Length || (ulong)_programHeaderCount * ProgramHeaderSize > (ulong)file.Length - _programHeaders)
        {
            throw new InvalidDataException("The guest's program headers lie outside its file.");
        }
    }

    /// <summary>Where execution begins.</summary>
    public ulong Entry { get; }

    /// <summary>Copies the loadable segments into RAM, at their physical addresses.</summary>
    /// <exception cref="InvalidDataException">A segment lies outside the file or outside the RAM.</exception>
    public void LoadInto(GuestMemory memory)
    {
        for (int i = 0; i < _programHeaderCount; i++)
        {
            int header = (int)_programHeaders + (i * ProgramHeaderSize);
            if (BinaryPrimitives.ReadUInt32LittleEndian(_file.AsSpan(header)) == Loadable)
            {
                LoadSegment(memory, UInt64(header + 8), UInt64(header + 24), UInt64(header + 32), UInt64(header + 40));
            }
        }
    }

    private void LoadSegment(GuestMemory memory, ulong offset, ulong address, ulong fileSize, ulong memorySize)
    {
        if (offset > (ulong)_file.Length || fileSize > (ulong)_file.Length - offset || fileSize > memorySize)
        {
            throw new InvalidDataException($"The guest's segment for 0x{address:x} lies outside its file.");
        }

        if (memorySize > int.MaxValue || !memory.Contains(address, (int)memorySize))
        {
            throw new InvalidDataException($"The guest's segment for 0x{address:x} ({memorySize} bytes) lies outside the RAM.");
        }

        memory.Write(address, _file.AsSpan((int)offset, (int)fileSize));
        memory.Write(address + fileSize, new byte[memorySize - fileSize]);
    }

    private ushort UInt16(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(_file.AsSpan(offset));

    private ulong UInt64(int offset) => BinaryPrimitives.ReadUInt64LittleEndian(_file.AsSpan(offset));
}

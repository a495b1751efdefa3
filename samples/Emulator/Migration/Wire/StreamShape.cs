using Emulator.Machine;
using Emulator.Memory;

namespace Emulator.Migration.Wire;

/// <summary>What a stream's first section says of the machine in it; the devices' names follow.</summary>
/// <param name="MemoryBytes">The size of the RAM.</param>
/// <param name="PageBytes">The size of a page.</param>
/// <param name="Vcpus">How many vCPUs there are.</param>
/// <param name="Devices">How many devices have a state.</param>
/// <param name="Mode">The mode in which the machine was saved.</param>
internal readonly record struct StreamShape(ulong MemoryBytes, uint PageBytes, uint Vcpus, uint Devices, MigrationMode Mode)
{
    /// <summary>Reads magic, version and shape.</summary>
    /// <returns>The rest of the section.</returns>
    /// <exception cref="StreamException">It is no stream of this version, or does not begin with a shape.</exception>
    public static SectionContent Read(StreamReader reader, out StreamShape shape)
    {
        reader.ReadHeader();
        SectionContent content = reader.ReadSection();
        if (content.Kind != StreamSection.Shape)
        {
            throw content.Invalid($"section {content.Kind} came where {StreamSection.Shape} was due");
        }

        shape = new StreamShape(content.ReadUInt64(), content.ReadUInt32(), content.ReadUInt32(), content.ReadByte(), (MigrationMode)content.ReadByte());
        return content;
    }

    /// <summary>The mode, if it is one of those that are wanted.</summary>
    /// <exception cref="StreamException">It is another.</exception>
    public MigrationMode ModeAmong(MigrationMode wanted, SectionContent content) =>
        (Mode & wanted) == Mode && byte.IsPow2((byte)Mode)
            ? Mode
            : throw content.Invalid($"the machine was saved in mode {Mode}, {wanted} is wanted", "use what was made for that: receive for a migration, restore for a file");

    /// <summary>The machine, as its options describe it.</summary>
    /// <returns><see langword="null"/>: there is no such machine.</returns>
    public MachineShape? ToMachine() =>
        PageBytes == GuestMemory.PageSize && MemoryBytes is > 0 and <= (ulong)MachineShape.MostMebibytes << 20 && MemoryBytes % PageBytes == 0 && Vcpus is > 0 and <= MachineShape.MostVcpus
            ? new MachineShape((int)MemoryBytes, (int)Vcpus)
            : null;
}

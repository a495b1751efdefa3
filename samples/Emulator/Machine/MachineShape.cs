using Emulator.Memory;

namespace Emulator.Machine;

/// <summary>What both sides of a migration must have in common, apart from their devices.</summary>
/// <param name="MemoryBytes">The size of the RAM.</param>
/// <param name="Vcpus">How many vCPUs there are.</param>
internal sealed record MachineShape(int MemoryBytes, int Vcpus)
{
    /// <summary>What the guest has room for.</summary>
    public const int MostVcpus = 8;

    public const int MostMebibytes = 1024;

    public const int FewestMebibytes = 1;

    public static MachineShape Default { get; } = new(16 << 20, 2);

    public int Pages => MemoryBytes / GuestMemory.PageSize;
}

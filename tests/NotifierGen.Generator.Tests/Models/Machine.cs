namespace NotifierGen.Generator.Tests.Models;

/// <summary>A random emulator: its projects, the last of which holds the dispatcher, and the devices registered with it.</summary>
internal sealed class Machine(ulong seed)
{
    /// <summary>What it grew from.</summary>
    public ulong Seed { get; } = seed;

    public List<MachineProject> Projects { get; } = [];

    /// <summary>The devices in the order in which they are registered.</summary>
    public List<TypeUse> Devices { get; } = [];

    public MachineProject Board => Projects[^1];

    /// <summary>The projects that become modules, in the order in which they are added.</summary>
    public IEnumerable<MachineProject> Modules => Projects.Where(project => project.IsModule);

    public IEnumerable<DeviceType> Types => Projects.SelectMany(project => project.Types);
}

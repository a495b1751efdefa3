using Devices.Vfio;

namespace NotifierGen.Samples.Tests.Devices;

/// <summary>Firmware that will not take some steps, and shows every step that it takes.</summary>
internal sealed class TestFirmware(string name, List<string> journal) : IVfioFirmware
{
    /// <summary>States that it does not enter; a reset mends it.</summary>
    public HashSet<VfioDeviceState> Refuses { get; } = [];

    /// <summary>A reset does not mend it.</summary>
    public bool IsDead { get; set; }

    public bool TryStep(VfioDeviceState from, VfioDeviceState to)
    {
        Assert.Contains(to, VfioStateGraph.Successors(from).ToArray());
        if (Refuses.Contains(to))
        {
            return false;
        }

        journal.Add($"{name} -> {to}");
        return true;
    }

    public bool TryReset()
    {
        journal.Add($"{name} reset");
        Refuses.Clear();
        return !IsDead;
    }
}

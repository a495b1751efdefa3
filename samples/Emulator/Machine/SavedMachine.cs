using System.Buffers;
using Emulator.Cpu;

namespace Emulator.Machine;

/// <summary>What a machine consists of besides its RAM, as it was when it was saved.</summary>
/// <param name="Devices">The devices' states, in the order in which they travel.</param>
/// <param name="Vcpus">The vCPUs' registers.</param>
internal sealed record SavedMachine(IReadOnlyList<SavedDevice> Devices, IReadOnlyList<HartState> Vcpus)
{
    /// <summary>Saves; the machine is stopped.</summary>
    [VcpuState]
    public static SavedMachine Of(VirtualMachine machine, IReadOnlyList<DeviceState> states, MigrationMode mode)
    {
        var devices = new List<SavedDevice>();
        foreach (DeviceState device in states)
        {
            var content = new ArrayBufferWriter<byte>();
            device.State.Save(mode, content);
            devices.Add(new SavedDevice(device.Name, device.State.StateVersion, content.WrittenMemory));
        }

        return new SavedMachine(devices, [.. machine.Harts.Select(hart => hart.Save())]);
    }
}

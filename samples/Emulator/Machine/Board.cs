using Devices;
using Devices.Cpr;
using Devices.GicV3;
using Devices.Spice;
using Devices.Vdpa;
using Devices.Vfio;
using Devices.VirtioNet;
using Emulator.Bus;
using Emulator.Host;
using Emulator.Memory;
using Emulator.Story;

namespace Emulator.Machine;

/// <summary>The machine with its devices: every user of migration events that QEMU has, on one board.</summary>
/// <remarks>
/// The guest's build leaves 32 KiB of RAM in front of its books to the devices: the interrupt controller's pending table and the NIC's ring.
/// </remarks>
internal sealed class Board : IDisposable
{
    private const ulong PendingTable = GuestMemory.BaseAddress + 0x8000;
    private const ulong Ring = GuestMemory.BaseAddress + 0xA000;
    private const int RingSlots = 64;
    private const int Interrupts = 64;
    private const int VectorsPerDevice = 4;
    private const ulong Mac = 0x5254_0012_3456;
    private const uint IPv4 = 0x0A00_020F;

    private readonly DeviceThread _deviceThread;

    /// <summary>Creates it, as after power-on.</summary>
    /// <param name="shape">The machine.</param>
    /// <param name="chronicle">Where devices say what they do.</param>
    /// <param name="host">What it stands on; without it a model of a process, in which no migration leaves anything behind.</param>
    public Board(MachineShape shape, Chronicle chronicle, BoardHost? host = null)
    {
        Machine = new VirtualMachine(shape, chronicle, host?.Ram);
        Process = host?.Process ?? new HostProcess();
        var network = new HostNetwork();
        var port = new HotplugPort();
        var gic = new GicV3("gicv3", Machine, new InterruptLines(), PendingTable, Interrupts);
        var ring = new VdpaRing(Ring, RingSlots);
        var mapping = new DmaMapping(GuestMemory.BaseAddress, (ulong)shape.MemoryBytes);
        var peers = new VfioPeerGroup();
        CprExec = new CprExecHandover("cpr-exec", Machine, Process, Process);
        Spice = new SpiceServer("spice0", Machine, clients: 2);
        IDevice[] devices =
        [
            gic,
            new VirtioNet("virtio-net0", Machine, port, network, new MacAddress(Mac), IPv4),
            new VdpaNet("vdpa0", Machine, network, new MacAddress(Mac + 1), IPv4 + 1, ring),
            new VdpaGuestDriver("vdpa0-driver", Machine, ring),
            new VfioDevice("vfio0", Machine, peers, Firmware["vfio0"], gic, VectorsPerDevice),
            new VfioDevice("vfio1", Machine, peers, Firmware["vfio1"], gic, VectorsPerDevice),
            VfioContainer.OpenLegacy("vfio-container0", Machine, IommuFeatures.UpdateAddresses, mapping),
            VfioContainer.OpenIommufd("vfio-container1", Machine, IommuFeatures.ChangeProcess, mapping),
            new VfioInterrupts("vfio0-interrupts", Machine, gic, new KernelRouting(), new VectorEvents(VectorsPerDevice), firstInterrupt: 2 * VectorsPerDevice),
            new KvmVfioDevice("kvm-vfio", Machine, Process, Process.OpenMemoryFile("kvm-vfio")),
            CprExec,
            Spice,
        ];

        Slots = [.. devices.Select(device => new BusSlot(device))];
        Machine.Bus.Attach(new SlotWindow(Slots));
        Notifiers.Register(new NotificationWitness(chronicle));
        foreach (IDevice device in devices)
        {
            Notifiers.TryRegister(device);
            if (device is IHaltsWithVm halting)
            {
                Machine.AddHalting(halting);
            }
        }

        foreach (BusSlot slot in Slots)
        {
            Notifiers.Register(slot);
        }

        States =
        [
            new DeviceState("clint", Machine.Clint),
            new DeviceState("uart", Machine.Uart),
            new DeviceState("power", Machine.PowerSwitch),
            .. devices.OfType<IMigratableState>().Select(state => new DeviceState(((IDevice)state).Name, state)),
        ];
        _deviceThread = new DeviceThread([port, .. devices.OfType<ITicking>()]);
    }

    public VirtualMachine Machine { get; }

    public BoardNotifiers Notifiers { get; } = new();

    public IReadOnlyList<BusSlot> Slots { get; }

    /// <summary>What travels in the stream, in its order.</summary>
    public IReadOnlyList<DeviceState> States { get; }

    public SpiceServer Spice { get; }

    public CprExecHandover CprExec { get; }

    public IHostProcess Process { get; }

    private Dictionary<string, WedgeableFirmware> Firmware { get; } = new() { ["vfio0"] = new WedgeableFirmware(), ["vfio1"] = new WedgeableFirmware() };

    /// <summary>Makes a device refuse the next migration: firmware that does not follow, or a pinned slot.</summary>
    /// <returns>Whether there is such a device.</returns>
    public bool TryMakeRefuse(string device)
    {
        if (Firmware.TryGetValue(device, out WedgeableFirmware? firmware))
        {
            firmware.IsWedged = true;
            return true;
        }

        if (Slots.FirstOrDefault(slot => slot.Device.Name == device) is not { } found)
        {
            return false;
        }

        found.IsPinned = true;
        return true;
    }

    /// <summary>Why this machine must not migrate at all, as somebody has said; <see langword="null"/>: it may.</summary>
    public string? Blocker { get; set; }

    /// <summary>Lets a device take no part in migrations; its state travels all the same.</summary>
    public void Unregister(string device) => Notifiers.Unregister(Slots.First(slot => slot.Device.Name == device).Device);

    /// <summary>What is wrong with the devices.</summary>
    /// <param name="migrating">Whether a migration is under way.</param>
    public IReadOnlyList<string> Violations(bool migrating) =>
        [.. Slots.SelectMany(slot => slot.Device.Violations(migrating)), .. Slots.Select(slot => slot.Violation).OfType<string>()];

    public void Dispose()
    {
        _deviceThread.Dispose();
        Machine.Dispose();
    }
}

using System.Buffers;
using Devices;
using Devices.Cpr;
using Devices.GicV3;
using Devices.Spice;
using Devices.Vdpa;
using Devices.Vfio;
using Devices.VirtioNet;

namespace NotifierGen.Samples.Tests.Devices;

/// <summary>A machine with every sample device, all registered. A board that receives a guest shares with the sender what the mode says.</summary>
internal sealed class TestBoard
{
    public const ulong PendingTable = 0x1000;
    public const int Vectors = 4;
    public const int InterruptCount = 128;

    private const IommuFeatures AllFeatures = IommuFeatures.UpdateAddresses | IommuFeatures.ChangeProcess;
    private static readonly DmaMapping s_wholeRam = new(0, 0x4000);

    public TestBoard()
        : this(new TestMemory(), new TestProcess(), [new VectorEvents(Vectors), new VectorEvents(Vectors)])
    {
    }

    private TestBoard(TestMemory memory, TestProcess process, VectorEvents[] events)
    {
        Memory = memory;
        Process = process;
        Events = events;
        Machine = new TestMachine(memory);
        Func<bool> predecessorRuns = memory.VcpusRunning;
        memory.VcpusRunning = () => predecessorRuns() || Machine.IsRunning;
        Ring = new VdpaRing(0x2000, 16);
        Gic = new GicV3("gic", Machine, Machine, PendingTable, InterruptCount);
        Routing = [new TestRouting(Vectors), new TestRouting(Vectors)];
        Firmware = [new TestFirmware("vfio0", Machine.Journal), new TestFirmware("vfio1", Machine.Journal)];
        Interrupts =
        [
            new VfioInterrupts("vfio0-irq", Machine, Gic, Routing[0], events[0], 0),
            new VfioInterrupts("vfio1-irq", Machine, Gic, Routing[1], events[1], Vectors),
        ];
        var peers = new VfioPeerGroup();
        Vfio =
        [
            new VfioDevice("vfio0", Machine, peers, Firmware[0], Interrupts[0], Vectors),
            new VfioDevice("vfio1", Machine, peers, Firmware[1], Interrupts[1], Vectors),
        ];
        Legacy = VfioContainer.OpenLegacy("legacy", Machine, AllFeatures, s_wholeRam);
        Iommufd = VfioContainer.OpenIommufd("iommufd", Machine, AllFeatures, s_wholeRam);
        KvmVfioDescriptor = process.OpenMemoryFile("kvm-vfio");
        KvmVfio = new KvmVfioDevice("kvm-vfio", Machine, process, KvmVfioDescriptor);
        CprExec = new CprExecHandover("cpr-exec", Machine, process, process);
        VirtioNet = new VirtioNet("virtio-net", Machine, Port, Network, new MacAddress(0x52_54_00_12_34_56), 0x0a00020f);
        Vdpa = new VdpaNet("vdpa", Machine, Network, new MacAddress(0x52_54_00_65_43_21), 0x0a000210, Ring);
        Driver = new VdpaGuestDriver("vdpa-driver", Machine, Ring);
        Spice = new SpiceServer("spice", Machine, clients: 2);

        Devices = [Gic, .. Vfio, .. Interrupts, Legacy, Iommufd, KvmVfio, CprExec, VirtioNet, Vdpa, Driver, Spice];
        foreach (IDevice device in Devices)
        {
            if (device is IHaltsWithVm follower)
            {
                Machine.Add(follower);
            }

            if (device != Driver)
            {
                Notifiers.Register(device);
            }
        }

        Notifiers.Register(Saboteur);
    }

    public SampleNotifiers Notifiers { get; } = new();

    public TestMachine Machine { get; }

    public TestMemory Memory { get; }

    public TestProcess Process { get; }

    public TestHotplugPort Port { get; } = new();

    public TestNetwork Network { get; } = new();

    public Saboteur Saboteur { get; } = new();

    public VectorEvents[] Events { get; }

    public TestRouting[] Routing { get; }

    public TestFirmware[] Firmware { get; }

    public GicV3 Gic { get; }

    public VfioInterrupts[] Interrupts { get; }

    public VfioDevice[] Vfio { get; }

    public VfioContainer Legacy { get; }

    public VfioContainer Iommufd { get; }

    public int KvmVfioDescriptor { get; }

    public KvmVfioDevice KvmVfio { get; }

    public CprExecHandover CprExec { get; }

    public VirtioNet VirtioNet { get; }

    public VdpaRing Ring { get; }

    public VdpaNet Vdpa { get; }

    public VdpaGuestDriver Driver { get; }

    public SpiceServer Spice { get; }

    public IReadOnlyList<IDevice> Devices { get; }

    public List<string> Journal => Machine.Journal;

    /// <summary>A board in the process that takes this one's guest over.</summary>
    public TestBoard Successor(MigrationMode mode) => mode switch
    {
        MigrationMode.CprTransfer or MigrationMode.CprExec => new TestBoard(Memory, Process, Events),
        _ => new TestBoard(),
    };

    /// <summary>Every device does a little work, also while the vCPUs stand still.</summary>
    public void Tick(int times = 3)
    {
        for (int i = 0; i < times; i++)
        {
            foreach (ITicking device in Devices.OfType<ITicking>())
            {
                device.Tick();
            }
        }
    }

    public Dictionary<string, byte[]> Save(MigrationMode mode)
    {
        var states = new Dictionary<string, byte[]>();
        foreach (IDevice device in Devices)
        {
            if (device is IMigratableState state)
            {
                var output = new ArrayBufferWriter<byte>();
                state.Save(mode, output);
                states.Add(device.Name, output.WrittenSpan.ToArray());
            }
        }

        return states;
    }

    public void Load(MigrationMode mode, Dictionary<string, byte[]> states)
    {
        foreach (IDevice device in Devices)
        {
            if (device is IMigratableState state)
            {
                state.Load(mode, state.StateVersion, states[device.Name]);
            }
        }
    }
}

using Devices;
using Emulator.Bus;
using Emulator.Cpu;
using Emulator.Memory;

namespace Emulator.Machine;

/// <summary>The machine itself: RAM, vCPUs with a thread each, and what every RISC-V board has. Created stopped, with empty RAM.</summary>
internal sealed class VirtualMachine : IVirtualMachine, IMachine, IDisposable
{
    private readonly Lock _lock = new();
    private readonly VirtualClock _clock = new();
    private readonly RunGate _gate;
    private readonly Vcpu[] _vcpus;
    private readonly List<IHaltsWithVm> _halting = [];
    private volatile bool _isRunning;

    public VirtualMachine(MachineShape shape, IDeviceLog log, RamFile? ram = null)
    {
        Shape = shape;
        Log = log;
        Memory = new GuestMemory(shape.MemoryBytes, ram);
        Clint = new Clint(shape.Vcpus, _clock);
        Bus = new SystemBus();
        Bus.Attach(Clint);
        Bus.Attach(Uart);
        Bus.Attach(PowerSwitch);
        _gate = new RunGate(WakeAll);
        var reservations = new Reservations(shape.Vcpus);
        Harts = [.. Enumerable.Range(0, shape.Vcpus).Select(id => new Hart(id, Memory, Bus, Clint, reservations))];
        _vcpus = [.. Harts.Select(hart => new Vcpu(hart, _gate, Clint))];
    }

    public MachineShape Shape { get; }

    public GuestMemory Memory { get; }

    public SystemBus Bus { get; }

    public Clint Clint { get; }

    public Uart Uart { get; } = new();

    public PowerSwitch PowerSwitch { get; } = new();

    /// <summary>The vCPUs' registers: to be touched only while the machine is stopped.</summary>
    [VcpuState]
    public IReadOnlyList<Hart> Harts { get; }

    public IDeviceLog Log { get; }

    public GuestPower GuestPower => PowerSwitch.Guest;

    public bool VcpusRunning => _gate.IsOpen;

    /// <summary>Whether the machine runs; the vCPUs of a guest that is suspended stand still nevertheless, until it is woken up.</summary>
    public bool IsRunning => _isRunning;

    /// <summary>What ended a vCPU's thread although no guest can do that; empty when all is well.</summary>
    public IEnumerable<Exception> VcpuFaults => _vcpus.Select(vcpu => vcpu.Fault).OfType<Exception>();

    IGuestMemory IMachine.Memory => Memory;

    /// <summary>Names a device that stands still while the vCPUs do; before the machine starts.</summary>
    public void AddHalting(IHaltsWithVm device) => _halting.Add(device);

    /// <summary>Puts an executable into RAM, and every hart in front of it.</summary>
    public void Boot(ElfImage image)
    {
        image.LoadInto(Memory);
        foreach (Hart hart in Harts)
        {
            hart.Pc = image.Entry;
            hart[10] = (ulong)hart.Id;
            hart[11] = (ulong)Shape.Vcpus;
            hart[12] = (ulong)Shape.MemoryBytes;
        }
    }

    public void Start()
    {
        lock (_lock)
        {
            _isRunning = true;
            LetVcpusRun(GuestPower == GuestPower.On);
        }
    }

    public void Stop()
    {
        lock (_lock)
        {
            _isRunning = false;
            LetVcpusRun(false);
        }
    }

    /// <summary>
    /// Suspends the guest to RAM. A real one does that itself when it is asked to; this one has no driver for it, so its firmware stops it between two
    /// instructions and quiesces its devices. Does nothing to a guest that is suspended.
    /// </summary>
    [PausesVm]
    public void SuspendGuest()
    {
        lock (_lock)
        {
            LetVcpusRun(false);
            PowerSwitch.Guest = GuestPower.Suspended;
        }
    }

    /// <summary>Wakes a guest that is suspended: it goes on where it was.</summary>
    [ResumesVm]
    public void WakeGuest()
    {
        lock (_lock)
        {
            PowerSwitch.Guest = GuestPower.On;
            LetVcpusRun(_isRunning);
        }
    }

    /// <summary>Stops the machine for good and waits for the vCPUs' threads.</summary>
    public void Dispose()
    {
        Stop();
        _gate.CloseForGood();
        foreach (Vcpu vcpu in _vcpus)
        {
            vcpu.Join();
        }

        Clint.Dispose();
        Memory.Dispose();
    }

    private void LetVcpusRun(bool run)
    {
        if (run == _gate.IsOpen)
        {
            return;
        }

        if (run)
        {
            _halting.ForEach(device => device.Prepare());
            _halting.ForEach(device => device.Resume());
            _clock.Start();
            _gate.Open();
        }
        else
        {
            _gate.Close();
            _clock.Stop();
            _halting.ForEach(device => device.Quiesce());
            _halting.ForEach(device => device.Halt());
        }
    }

    private void WakeAll()
    {
        for (int hart = 0; hart < Shape.Vcpus; hart++)
        {
            Clint.Wake(hart);
        }
    }
}

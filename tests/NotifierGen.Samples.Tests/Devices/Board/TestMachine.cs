using Devices;

namespace NotifierGen.Samples.Tests.Devices;

/// <summary>A machine without a CPU: it runs or it does not, and takes its devices along.</summary>
internal sealed class TestMachine(TestMemory memory) : IMachine, IVirtualMachine, IDeviceLog, IMessageInterrupts
{
    private readonly List<IHaltsWithVm> _devices = [];

    public bool IsRunning { get; private set; }

    public bool VcpusRunning => IsRunning;

    public GuestPower GuestPower { get; set; }

    public IGuestMemory Memory => memory;

    public IDeviceLog Log => this;

    /// <summary>What happened, in order: "device: action", "VM stops", "VM starts".</summary>
    public List<string> Journal { get; } = [];

    public List<int> InterruptsTaken { get; } = [];

    /// <summary>Happens between what the session raises before it starts the VM, and the start.</summary>
    public Action BeforeStart { get; set; } = () => { };

    public void Add(IHaltsWithVm device) => _devices.Add(device);

    public void Stop()
    {
        if (IsRunning)
        {
            IsRunning = false;
            Journal.Add("VM stops");
            _devices.ForEach(device => device.Quiesce());
            _devices.ForEach(device => device.Halt());
        }
    }

    public void Start()
    {
        if (!IsRunning)
        {
            BeforeStart();
            _devices.ForEach(device => device.Prepare());
            _devices.ForEach(device => device.Resume());
            Journal.Add("VM starts");
            IsRunning = true;
        }
    }

    public void Write(string device, string action) => Journal.Add($"{device}: {action}");

    public void Write(string device, string action, long count) => Journal.Add($"{device}: {action} {count}");

    /// <summary>An interrupt reaches a vCPU.</summary>
    public void Raise(int interrupt)
    {
        Assert.True(IsRunning, $"interrupt {interrupt} was delivered to a vCPU that stands still");
        InterruptsTaken.Add(interrupt);
    }
}

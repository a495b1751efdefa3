using System.Collections;
using Devices;
using Emulator.Cpu;
using Emulator.Machine;
using Emulator.Memory;
using Emulator.Migration.Wire;
using StreamReader = Emulator.Migration.Wire.StreamReader;

namespace Emulator.Migration.Destination;

/// <summary>
/// Takes a machine out of a migration stream. Pages go into RAM as they come; registers and devices are kept back until the digest has shown that
/// everything arrived as it was sent.
/// </summary>
internal sealed partial class MachineReceiver : IDisposable
{
    private const string SameShape = "give both sides the same --memory and --vcpus";

    private readonly VirtualMachine _machine;
    private readonly IReadOnlyList<DeviceState> _states;
    private readonly StreamReader _reader;
    private readonly BitArray _arrived;
    private readonly ReceivedState?[] _devices;
    private readonly HartState?[] _vcpus;
    private int _pagesArrived;
    private byte[]? _missing;

    public MachineReceiver(VirtualMachine machine, IReadOnlyList<DeviceState> states, Stream stream, SectionClock clock)
    {
        _machine = machine;
        _states = states;
        _reader = new StreamReader(stream, clock);
        _arrived = new BitArray(machine.Memory.PageCount);
        _devices = new ReceivedState?[states.Count];
        _vcpus = new HartState?[machine.Shape.Vcpus];
    }

    /// <summary>The mode in which the machine is to be taken over: a snapshot is loaded as a machine that migrates is.</summary>
    public MigrationMode IncomingMode => Mode == MigrationMode.BackgroundSnapshot ? MigrationMode.Normal : Mode;

    /// <summary>Whether the RAM is here already, because the process is the same or shares it.</summary>
    private bool RamStays => Mode == MigrationMode.CprExec;

    /// <summary>How many rounds of pre-copy came.</summary>
    public int Rounds { get; private set; }

    /// <summary>How many bytes came.</summary>
    public long Bytes => _reader.Offset;

    /// <summary>The mode in which the machine was saved.</summary>
    public MigrationMode Mode { get; private set; }

    /// <summary>Reads magic, version and shape.</summary>
    /// <param name="modes">The modes that are wanted.</param>
    /// <exception cref="StreamException">It is no stream for this machine.</exception>
    public void ReceiveShape(MigrationMode modes)
    {
        SectionContent content = StreamShape.Read(_reader, out StreamShape shape);
        if (shape.MemoryBytes != _machine.Memory.Length)
        {
            throw content.Invalid($"the source's machine has {shape.MemoryBytes} bytes of RAM, this one {_machine.Memory.Length}", SameShape);
        }

        Compare("bytes a page", shape.PageBytes, GuestMemory.PageSize, content);
        Compare("vCPUs", shape.Vcpus, (uint)_machine.Shape.Vcpus, content);
        Compare("devices with a state", shape.Devices, (uint)_states.Count, content);
        Mode = shape.ModeAmong(modes, content);
        foreach (DeviceState device in _states)
        {
            string name = content.ReadName();
            if (name != device.Name)
            {
                throw content.Invalid($"the source's machine has a device {name} where this one has {device.Name}", "use the same board on both sides");
            }

            Compare($"as state version of {name}", content.ReadUInt32(), (uint)device.State.StateVersion, content);
        }

        content.End();
    }

    /// <summary>Reads everything up to the end, checks the digest, and loads what was kept back.</summary>
    /// <exception cref="StreamException">Something is missing, too much, or not as it was sent.</exception>
    /// <exception cref="InvalidDeviceStateException">A device does not take its state.</exception>
    public void ReceiveMachine()
    {
        SectionContent content;
        do
        {
            content = _reader.ReadSection();
            Receive(ref content);
        }
        while (content.Kind != StreamSection.End);

        RequireEverything();
        Load();
    }

    /// <summary>Waits until the source gives the guest up, and, unless pages are missing, has nothing more to say.</summary>
    /// <exception cref="StreamException">It says something else.</exception>
    public void ReceiveStart() => AcceptStart(_reader.ReadSection());

    /// <summary>Reads a machine that is to be whole, and the end.</summary>
    /// <exception cref="StreamException">Something is missing, too much, or not as it was sent.</exception>
    /// <exception cref="InvalidDeviceStateException">A device does not take its state.</exception>
    public void ReceiveEverything()
    {
        ReceiveMachine();
        if (IsPostcopy)
        {
            throw _reader.Invalid("pages are to come later, and nobody is there to send them", "save the guest again");
        }

        ReceiveStart();
    }

    public void Dispose() => _reader.Dispose();

    private void AcceptStart(SectionContent content)
    {
        RefuseAbort(ref content);
        Require(StreamSection.Start, content);
        if (_missing is null)
        {
            _reader.ReadEnd();
        }
    }

    private void Receive(ref SectionContent content)
    {
        RefuseAbort(ref content);
        bool late = _missing is not null || _devices.Any(state => state is not null) || _vcpus.Any(state => state is not null);
        switch (content.Kind)
        {
            case StreamSection.Round when !late && !RamStays:
                ReceiveRound(ref content);
                break;
            case StreamSection.Pages when Rounds > 0 && !late:
                ReceivePages(ref content);
                break;
            case StreamSection.Missing when Rounds > 0 && !late:
                ReceiveMissing(ref content);
                break;
            case StreamSection.Device:
                ReceiveDevice(ref content);
                break;
            case StreamSection.Vcpu:
                ReceiveVcpu(ref content);
                break;
            case StreamSection.End:
                if (!content.TakeRest().SequenceEqual(_reader.DigestBefore))
                {
                    throw content.Invalid("the digest is another: something did not arrive as it was sent", "start the migration again; if it happens again, look at the network");
                }

                break;
            default:
                throw content.Invalid("this section cannot come here");
        }

        content.End();
    }

    private void ReceiveRound(ref SectionContent content)
    {
        uint number = content.ReadUInt32();
        uint pages = content.ReadUInt32();
        if (number != Rounds + 1 || number > StreamFormat.MostRounds)
        {
            throw content.Invalid($"round {number} came after round {Rounds} of at most {StreamFormat.MostRounds}");
        }

        if (pages > _machine.Memory.PageCount)
        {
            throw content.Invalid($"a round of {pages} pages was announced, there are {_machine.Memory.PageCount}");
        }

        Rounds++;
        _pagesArrived = 0;
    }

    private void ReceivePages(ref SectionContent content)
    {
        int count = content.ReadUInt16();
        _pagesArrived += count;
        if (_pagesArrived > _machine.Memory.PageCount)
        {
            throw content.Invalid($"more than {_machine.Memory.PageCount} pages came in one round");
        }

        for (int i = 0; i < count; i++)
        {
            int page = ReadPage(ref content, out ReadOnlySpan<byte> bytes);
            if (bytes.IsEmpty)
            {
                _machine.Memory.ClearPage(page);
            }
            else
            {
                _machine.Memory.WritePage(page, bytes);
            }

            _arrived[page] = true;
        }
    }

    /// <summary>Reads a page: its number, and its content, which is empty for a page of zeros.</summary>
    private int ReadPage(ref SectionContent content, out ReadOnlySpan<byte> bytes)
    {
        uint page = content.ReadUInt32();
        if (page >= _machine.Memory.PageCount)
        {
            throw content.Invalid($"page {page} came, there are {_machine.Memory.PageCount}");
        }

        bytes = content.ReadByte() switch
        {
            0 => [],
            1 => content.Take(GuestMemory.PageSize),
            byte kind => throw content.Invalid($"page {page} is of kind {kind}, there are 0 and 1"),
        };
        return (int)page;
    }

    private void ReceiveDevice(ref SectionContent content)
    {
        string name = content.ReadName();
        int index = 0;
        while (index < _states.Count && _states[index].Name != name)
        {
            index++;
        }

        if (index == _states.Count)
        {
            throw content.Invalid($"there is no device {name}");
        }

        if (_devices[index] is not null)
        {
            throw content.Invalid($"the state of {name} came twice");
        }

        _devices[index] = new ReceivedState((int)content.ReadUInt32(), content.TakeRest().ToArray());
    }

    private void ReceiveVcpu(ref SectionContent content)
    {
        uint vcpu = content.ReadUInt32();
        if (vcpu >= _vcpus.Length)
        {
            throw content.Invalid($"vCPU {vcpu} came, there are {_vcpus.Length}");
        }

        if (_vcpus[vcpu] is not null)
        {
            throw content.Invalid($"vCPU {vcpu} came twice");
        }

        _vcpus[vcpu] = VcpuRecord.Read(ref content);
    }

    [VcpuState]
    private void Load()
    {
        for (int i = 0; i < _states.Count; i++)
        {
            _states[i].State.Load(IncomingMode, _devices[i]!.Version, _devices[i]!.Content);
        }

        for (int i = 0; i < _vcpus.Length; i++)
        {
            _machine.Harts[i].Load(_vcpus[i]!);
        }
    }

    private sealed record ReceivedState(int Version, byte[] Content);
}

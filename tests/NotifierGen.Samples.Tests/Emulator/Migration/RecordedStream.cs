using Emulator.Machine;
using Emulator.Memory;
using Emulator.Migration.Destination;
using Emulator.Migration.Source;
using Emulator.Migration.Wire;
using Emulator.Story;

namespace NotifierGen.Samples.Tests.Emulator.Migration;

/// <summary>A small machine, the stream that it makes, and a machine like it to receive it.</summary>
public sealed class RecordedStream : IDisposable
{
    private readonly Board _source;

    public RecordedStream()
    {
        _source = new Board(Shape, new Chronicle());
        Destination = new Board(Shape, new Chronicle());
        for (ulong i = 0; i < 64; i++)
        {
            _source.Machine.Memory.TryWrite(GuestMemory.BaseAddress + 0x3000 + (i * 8), i * 0x0101_0101_0101_0101);
        }

        _source.Machine.Harts[0][5] = 0x1234_5678;
        _source.Machine.Harts[1].Pc = GuestMemory.BaseAddress + 0x100;
        Bytes = Record(Shape);
    }

    internal static MachineShape Shape { get; } = new(128 * 1024, 2);

    internal Board Source => _source;

    internal Board Destination { get; }

    /// <summary>The stream, whole and right.</summary>
    public byte[] Bytes { get; }

    internal byte[] Record(MachineShape shape)
    {
        using var output = new MemoryStream();
        using var sender = new MachineSender(shape, _source.Machine, _source.States, output, Clock());
        _source.Machine.Memory.MarkAllDirty();
        sender.SendShape(MigrationMode.Normal);
        sender.SendRound(1, _ => { });
        sender.SendRound(2, _ => { });
        sender.SendState(SavedMachine.Of(_source.Machine, _source.States, MigrationMode.Normal));
        sender.SendEnd();
        sender.SendStart();
        return output.ToArray();
    }

    /// <summary>A stream with a checkpoint in it: behind that a register and a page change, and the machine comes once more.</summary>
    /// <param name="sendState">Whether devices and vCPUs come once more as well.</param>
    internal byte[] RecordCheckpoint(bool sendState)
    {
        using var output = new MemoryStream();
        using var sender = new MachineSender(Shape, _source.Machine, _source.States, output, Clock());
        _source.Machine.Memory.MarkAllDirty();
        sender.SendShape(MigrationMode.Normal);
        sender.SendRound(1, _ => { });
        SendMachine();
        sender.SendCheckpoint();
        _source.Machine.Harts[0][6]++;
        _source.Machine.Memory.TryWrite(GuestMemory.BaseAddress + 0x4000, _source.Machine.Harts[0][6]);
        sender.SendRound(2, _ => { });
        if (sendState)
        {
            SendMachine();
        }
        else
        {
            sender.SendEnd();
        }

        sender.SendStart();
        return output.ToArray();

        void SendMachine()
        {
            sender.SendState(SavedMachine.Of(_source.Machine, _source.States, MigrationMode.Normal));
            sender.SendEnd();
        }
    }

    /// <summary>A stream of postcopy: three pages change after the round and come when the guest has started, one of them as zeros.</summary>
    /// <param name="afterRound">Told how long the stream is where the postcopy begins.</param>
    internal byte[] RecordPostcopy(Action<int> afterRound)
    {
        using var output = new MemoryStream();
        using var sender = new MachineSender(Shape, _source.Machine, _source.States, output, Clock());
        _source.Machine.Memory.MarkAllDirty();
        sender.SendShape(MigrationMode.Normal);
        sender.SendRound(1, _ => { });
        afterRound((int)output.Length);
        foreach (int page in Missing)
        {
            _source.Machine.Memory.TryWrite(GuestMemory.BaseAddress + (ulong)(page * GuestMemory.PageSize), page == Missing[0] ? 0UL : 0xFEED_0000UL + (ulong)page);
        }

        sender.SendMissing();
        sender.SendState(SavedMachine.Of(_source.Machine, _source.States, MigrationMode.Normal));
        sender.SendEnd();
        sender.SendStart();
        sender.SendPostcopy([Missing[2]]);
        sender.SendPostcopy([Missing[0], Missing[1]]);
        sender.SendPostcopyEnd();
        return output.ToArray();
    }

    /// <summary>What is missing in <see cref="RecordPostcopy"/>.</summary>
    internal static int[] Missing { get; } = [9, 12, 31];

    /// <summary>Receives bytes as a stream that ends behind them.</summary>
    public void Receive(byte[] bytes, int length)
    {
        // Left open, the session ends as failed: nothing is started.
        using IncomingSession session = Destination.Notifiers.BeginIncoming(Destination.Machine);
        using var input = new MemoryStream(bytes, 0, length);
        using var receiver = new MachineReceiver(Destination.Machine, Destination.States, input, Clock());
        receiver.ReceiveShape(MigrationMode.Normal);
        do
        {
            receiver.ReceiveMachine();
        }
        while (!receiver.TryReceiveStart());

        if (receiver.IsPostcopy)
        {
            ReceivePostcopy(receiver);
        }
    }

    private void ReceivePostcopy(MachineReceiver receiver)
    {
        var missing = new MissingPages(receiver.Missing, _ => { });
        Destination.Machine.Memory.BeginPostcopy(missing);
        try
        {
            receiver.ReceivePostcopy(missing);
        }
        finally
        {
            Destination.Machine.Memory.EndPostcopy();
        }
    }

    private static SectionClock Clock() => new(SectionClock.DefaultLimit, TimeProvider.System);

    public void Dispose()
    {
        _source.Dispose();
        Destination.Dispose();
    }
}

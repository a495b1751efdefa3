using Devices;
using Emulator.Machine;
using Emulator.Migration.Wire;
using Emulator.Story;

namespace Emulator.Migration.Destination;

/// <summary>Takes a guest out of what was saved of it, and starts it if all of it was there.</summary>
/// <param name="board">The board, as after power-on.</param>
/// <param name="stream">What was saved.</param>
/// <param name="name">What it is called, for messages.</param>
/// <param name="modes">The modes in which it may have been saved.</param>
/// <param name="chronicle">Where to write down what happens.</param>
internal sealed class Restoration(Board board, Stream stream, string name, MigrationMode modes, Chronicle chronicle)
{
    /// <summary>Looks what machine is needed.</summary>
    /// <exception cref="DestinationException">It is none that this emulator can be; the message says why in one line.</exception>
    public static MachineShape ShapeOf(Stream stream, string name)
    {
        try
        {
            using var reader = new Wire.StreamReader(stream, SectionClock.None);
            SectionContent content = StreamShape.Read(reader, out StreamShape shape);
            return shape.ToMachine() ?? throw content.Invalid($"{shape.MemoryBytes} bytes of RAM and {shape.Vcpus} vCPUs are no machine of this emulator");
        }
        catch (Exception e) when (e is StreamException or IOException)
        {
            throw Refusal(name, e);
        }
    }

    /// <summary>Restores the guest and starts it.</summary>
    /// <param name="startVm">Whether to start it.</param>
    /// <exception cref="DestinationException">There is no guest here; the message says why in one line.</exception>
    public void Run(bool startVm = true)
    {
        using var receiver = new MachineReceiver(board.Machine, board.States, stream, SectionClock.None);
        Receive(() => receiver.ReceiveShape(modes), _ => { });
        var vm = new WitnessedVirtualMachine(board.Machine, chronicle);
        if (!board.Notifiers.TryBeginIncoming(vm, receiver.IncomingMode, out IncomingSession? session, out SetupRefusal? refusal))
        {
            chronicle.Stage = "";
            throw new DestinationException(refusal.ToString());
        }

        using (session)
        {
            chronicle.Stage = "";
            Receive(receiver.ReceiveEverything, failure => session.Fail(failure));
            chronicle.Add(EntryKind.Step, "", $"everything is loaded from {name} ({receiver.Bytes / 1048576.0:F1} MiB)");
            foreach (HandlerFault fault in session.Complete(startVm).Faults)
            {
                chronicle.Add(EntryKind.Failure, fault.Device?.ToString() ?? "", $"{fault.Handler} threw {fault.Exception.Message}");
            }

            chronicle.Stage = "";
        }
    }

    private void Receive([InvokedInPlace] Action receive, [InvokedInPlace] Action<MigrationFailure> fail)
    {
        try
        {
            receive();
        }
        catch (Exception e) when (e is StreamException or InvalidDeviceStateException or IOException)
        {
            DestinationException refusal = Refusal(name, e);
            fail(new MigrationFailure(MigrationFailureKind.Error, refusal.Message, e));
            chronicle.Stage = "";
            throw refusal;
        }
    }

    private static DestinationException Refusal(string name, Exception e) => new(e is StreamException stream
        ? $"{name}: {stream.Problem}; it is not whole, not right, or not from this version of the emulator: restore another one, or save the guest again"
        : $"{name}: {e.Message}");
}

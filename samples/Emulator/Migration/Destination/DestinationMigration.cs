using System.Net.Sockets;
using Devices;
using Emulator.Machine;
using Emulator.Migration.Wire;
using Emulator.Story;

namespace Emulator.Migration.Destination;

/// <summary>Receives a guest. The VM starts only if everything has arrived, was loaded, and the source has given the guest up.</summary>
/// <param name="board">The board, as after power-on.</param>
/// <param name="stream">The line to the source, in both directions.</param>
/// <param name="sectionTime">The longest that one section may take.</param>
/// <param name="chronicle">Where to write down what happens.</param>
internal sealed class DestinationMigration(Board board, Stream stream, TimeSpan sectionTime, Chronicle chronicle)
{
    /// <summary>Receives the guest and starts it.</summary>
    /// <exception cref="DestinationException">There is no guest here; the message says why in one line. The source was told.</exception>
    public void Run()
    {
        var vm = new WitnessedVirtualMachine(board.Machine, chronicle);
        if (!board.Notifiers.TryBeginIncoming(vm, MigrationMode.Normal, out IncomingSession? session, out SetupRefusal? refusal))
        {
            chronicle.Stage = "";
            Answer(AnswerKind.Refused, refusal.Reason);
            throw new DestinationException(refusal.ToString());
        }

        using (session)
        {
            chronicle.Stage = "";
            Receive();
            foreach (HandlerFault fault in session.Complete().Faults)
            {
                chronicle.Add(EntryKind.Failure, fault.Device?.ToString() ?? "", $"{fault.Handler} threw {fault.Exception.Message}");
            }

            chronicle.Stage = "";
            Answer(AnswerKind.Resumed);

            void Receive()
            {
                try
                {
                    ReceiveEverything();
                }
                catch (Exception e) when (e is StreamException or InvalidDeviceStateException or IOException or SocketException)
                {
                    session.Fail(new MigrationFailure(MigrationFailureKind.Error, e.Message, e));
                    chronicle.Stage = "";
                    Answer(AnswerKind.Refused, e.Message);
                    throw new DestinationException(e is IOException ? $"the source sent nothing in time, or the line broke: {e.Message}" : e.Message);
                }
            }
        }
    }

    private void ReceiveEverything()
    {
        using var receiver = new MachineReceiver(board.Machine, board.States, stream, new SectionClock(sectionTime, TimeProvider.System));
        receiver.ReceiveShape();
        ReturnPath.Write(stream, AnswerKind.Accepted);
        chronicle.Add(EntryKind.Step, "", "the machine's shape is accepted");
        receiver.ReceiveMachine();
        chronicle.Add(EntryKind.Step, "", $"everything is loaded ({receiver.Rounds} rounds, {receiver.Bytes / 1048576.0:F1} MiB)");
        ReturnPath.Write(stream, AnswerKind.Loaded);
        receiver.ReceiveStart();
    }

    /// <summary>Says something to a source that may be gone; what it means for the guest is decided already.</summary>
    private void Answer(AnswerKind kind, string text = "")
    {
        try
        {
            ReturnPath.Write(stream, kind, text);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            chronicle.Add(EntryKind.Step, "", $"the source cannot be told \"{kind}\": {e.Message}");
        }
    }
}

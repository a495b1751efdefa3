using System.Net.Sockets;
using Devices;
using Emulator.Machine;
using Emulator.Migration.Wire;
using Emulator.Story;

namespace Emulator.Migration.Destination;

/// <summary>
/// Receives a guest. The VM starts only if everything has arrived, but for the pages that the source keeps for postcopy, was loaded, and the source has
/// given the guest up.
/// </summary>
/// <param name="board">The board, as after power-on.</param>
/// <param name="stream">The line to the source, in both directions.</param>
/// <param name="sectionTime">The longest that one section may take.</param>
/// <param name="chronicle">Where to write down what happens.</param>
internal sealed class DestinationMigration(Board board, Stream stream, TimeSpan sectionTime, Chronicle chronicle)
{
    /// <summary>What QEMU calls a destination whose stream broke while pages were missing.</summary>
    public const string Paused = "postcopy-paused";

    private readonly AnswerLine _answers = new(stream);

    /// <summary>How many pages came after the start because a vCPU or a device waited for them.</summary>
    public int PagesRequested { get; private set; }

    /// <summary>Receives the guest and starts it; in postcopy, waits until all of it is here.</summary>
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
            using var receiver = new MachineReceiver(board.Machine, board.States, stream, new SectionClock(sectionTime, TimeProvider.System));
            PostcopyListener? postcopy = Receive();
            postcopy?.Start();
            foreach (HandlerFault fault in session.Complete().Faults)
            {
                chronicle.Add(EntryKind.Failure, fault.Device?.ToString() ?? "", $"{fault.Handler} threw {fault.Exception.Message}");
            }

            chronicle.Stage = "";
            Answer(AnswerKind.Resumed);
            if (postcopy is not null)
            {
                AwaitTheRest(postcopy, vm);
            }

            PostcopyListener? Receive()
            {
                try
                {
                    return ReceiveEverything(receiver);
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

    /// <returns>Who brings the rest, if there is one.</returns>
    private PostcopyListener? ReceiveEverything(MachineReceiver receiver)
    {
        receiver.ReceiveShape(MigrationMode.Normal);
        _answers.Say(AnswerKind.Accepted);
        chronicle.Add(EntryKind.Step, "", "the machine's shape is accepted");
        do
        {
            receiver.ReceiveMachine();
            string what = receiver.IsPostcopy ? $"everything is loaded but {receiver.Missing.Count((byte)1)} pages" : "everything is loaded";
            chronicle.Add(EntryKind.Step, "", $"{what} ({receiver.Rounds} rounds, {receiver.Bytes / 1048576.0:F1} MiB)");
            _answers.Say(AnswerKind.Loaded);
        }
        while (!receiver.TryReceiveStart());
        return receiver.IsPostcopy ? new PostcopyListener(board.Machine.Memory, receiver, _answers) : null;
    }

    /// <summary>The guest runs and waits for what it touches of the rest; without the rest it cannot run on.</summary>
    /// <exception cref="DestinationException">The stream broke while pages were missing: the guest stands still.</exception>
    private void AwaitTheRest(PostcopyListener postcopy, WitnessedVirtualMachine vm)
    {
        postcopy.Join();
        PagesRequested = postcopy.Requested;
        string count = $"{postcopy.Total - postcopy.Left} of {postcopy.Total} pages came while the guest ran, {postcopy.Requested} were waited for";
        if (postcopy.Left == 0)
        {
            // Also when the line broke behind the last page: nobody else has a guest that is whole.
            chronicle.Add(EntryKind.Step, "", $"postcopy is over: {count}");
            Answer(AnswerKind.Whole);
            return;
        }

        vm.Stop();
        string reason = postcopy.Failure?.Message ?? "the stream has ended";
        Answer(AnswerKind.Refused, reason);
        throw new DestinationException($"{Paused}: {reason}; {count}; the guest is stopped and cannot go on, because the source has the other {postcopy.Left}; recovery is not supported");
    }

    /// <summary>Says something to a source that may be gone; what it means for the guest is decided already.</summary>
    private void Answer(AnswerKind kind, string text = "")
    {
        try
        {
            _answers.Say(kind, text);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            chronicle.Add(EntryKind.Step, "", $"the source cannot be told \"{kind}\": {e.Message}");
        }
    }
}

using System.Diagnostics;
using System.Net.Sockets;
using Devices.Spice;
using Emulator.Machine;
using Emulator.Memory;
using Emulator.Migration.Wire;
using Emulator.Story;

namespace Emulator.Migration.Source;

/// <summary>Migrates a board away, and sees to it that its guest runs on here if that fails.</summary>
/// <param name="board">The board.</param>
/// <param name="plan">How, and what is to go wrong.</param>
/// <param name="chronicle">Where to write down what happens.</param>
/// <param name="progress">Told after each batch of pages.</param>
internal sealed partial class SourceMigration(Board board, MigrationPlan plan, Chronicle chronicle, Action<RoundProgress> progress)
    : MigrationAttempt(board, plan.Mode, chronicle)
{
    private readonly SectionClock _answerClock = new(plan.SectionTime, TimeProvider.System);
    private readonly Pace _pace = new(plan.Bandwidth);
    private bool _givenUp;
    private int _rounds;

    protected override void BeforeSetup() => Board.Spice.SetTarget(new SpiceTarget(plan.Destination.Address.ToString(), plan.Destination.Port));

    protected override void Proceed(MigrationSession session, CancellationToken cancellation)
    {
        BreakRehearsal.Run();
        Chronicle.Add(EntryKind.Step, "", $"connecting to {plan.Destination}");
        using Connection connection = Connect(cancellation);
        var line = new BitFlippingStream(connection.Stream);
        MachineShape shape = Board.Machine.Shape;
        using var sender = new MachineSender(plan.FailAt == MigrationStep.Setup ? shape with { MemoryBytes = shape.MemoryBytes * 2 } : shape, Board.Machine, States(), line, new SectionClock(plan.SectionTime, TimeProvider.System));
        try
        {
            sender.SendShape(Mode);
            CancelAt(MigrationStep.Setup);
            Await(connection, AnswerKind.Accepted, "the destination accepts the machine's shape");
            Iterate(sender, connection, cancellation);
            if (plan.Checkpoints > 0)
            {
                KeepCopied(session, sender, connection, cancellation);
                return;
            }

            Switchover(session, sender, connection, line, cancellation);
        }
        catch (OperationCanceledException)
        {
            TellCancelled(sender);
            throw;
        }
        catch (Exception e) when (e is IOException or SocketException && !_givenUp)
        {
            ThrowRefusal(connection);
            throw;
        }
    }

    private void Iterate(MachineSender sender, Connection connection, CancellationToken cancellation)
    {
        int left = Board.Machine.Memory.PageCount;
        Board.Machine.Memory.MarkAllDirty();
        TimeSpan expected = TimeSpan.MaxValue;
        int mostRounds = plan.Postcopy ? 1 : plan.MostRounds;
        for (int round = 1; round <= mostRounds && expected > plan.DowntimeLimit; round++)
        {
            long begin = Stopwatch.GetTimestamp();
            long bytes = sender.BytesSent;
            int of = left;
            bool halfway = false;
            _rounds = round;
            int pages = sender.SendRound(round, sent =>
            {
                progress(new RoundProgress($"pre-copy round {round,2}", sent, of));
                if (!halfway && round == 1 && sent >= of / 2)
                {
                    halfway = true;
                    MakeTrouble(MigrationStep.Iterate, connection);
                }

                cancellation.ThrowIfCancellationRequested();
                HearRefusal(connection);
                _pace.SlowDown(sender.BytesSent - bytes, begin);
            });
            left = Board.Machine.Memory.CountDirty();
            TimeSpan took = Stopwatch.GetElapsedTime(begin);
            bytes = sender.BytesSent - bytes;
            expected = took * ((double)left * GuestMemory.PageSize / bytes);
            Chronicle.AddRound(round, took, pages, bytes, left);
            Chronicle.Add(EntryKind.Round, $"round {round}", $"{pages,4} pages, {bytes / 1048576.0,4:F1} MiB, {took.TotalMilliseconds,4:F0} ms; {left,4} dirty, {left / took.TotalSeconds,4:F0}/s; expected downtime {expected.TotalMilliseconds,4:F0} ms");
        }

        if (expected > plan.DowntimeLimit && !plan.Postcopy)
        {
            Chronicle.Add(EntryKind.Step, "", $"the guest dirties pages too fast: after {plan.MostRounds} rounds it is stopped all the same");
        }
    }

    private void Switchover(MigrationSession session, MachineSender sender, Connection connection, BitFlippingStream line, CancellationToken cancellation)
    {
        Report(session.StopVm());
        plan.Disk?.HandOver();
        MakeTrouble(MigrationStep.Stopped, connection);
        byte[]? missing = plan.Postcopy ? SendMissing(sender) : null;
        if (missing is null)
        {
            SendLastRound(sender);
        }

        MakeTrouble(MigrationStep.Switchover, connection);
        cancellation.ThrowIfCancellationRequested();
        line.IsArmed = plan.FailAt == MigrationStep.Load;
        sender.SendState(SavedMachine.Of(Board.Machine, Board.States, Mode));
        sender.SendEnd();
        Chronicle.Add(EntryKind.Step, "", $"{Board.States.Count} devices and {Board.Machine.Shape.Vcpus} vCPUs sent");
        Await(connection, AnswerKind.Loaded, missing is null ? "the destination has loaded everything" : "the destination has loaded everything that was sent");
        if (missing is not null)
        {
            Postcopy(session, sender, connection, missing, cancellation);
            return;
        }

        // From here on the destination may run the guest at any moment: nobody else may.
        _givenUp = true;
        sender.SendStart();
        if (!plan.ReturnPath)
        {
            // Nobody listens to what the destination says, but it must not be thrown away with what it still has to read.
            connection.Linger(plan.Timeout);
            return;
        }

        connection.EndSending();
        ReturnPath.Expect(connection.Stream, AnswerKind.Resumed, _answerClock);
        Chronicle.Add(EntryKind.HandedOver, "", "the guest runs on the destination");
    }

    private void Await(Connection connection, AnswerKind answer, string meaning)
    {
        if (plan.ReturnPath)
        {
            ReturnPath.Expect(connection.Stream, answer, _answerClock);
            Chronicle.Add(EntryKind.Step, "", meaning);
        }
    }

    private void SendLastRound(MachineSender sender)
    {
        long begin = Stopwatch.GetTimestamp();
        long bytes = sender.BytesSent;
        int pages = sender.SendRound(++_rounds, _ => { });
        Chronicle.AddRound(_rounds, Stopwatch.GetElapsedTime(begin), pages, sender.BytesSent - bytes, dirty: 0);
        Chronicle.Add(EntryKind.Step, "", $"last pages sent ({pages})");
    }

    private byte[] SendMissing(MachineSender sender)
    {
        byte[] missing = sender.SendMissing();
        Chronicle.Add(EntryKind.Step, "", $"list of missing pages sent ({missing.AsSpan().Count((byte)1)}): they come when the guest runs");
        return missing;
    }
}

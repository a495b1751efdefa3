using System.Diagnostics;
using System.Net.Sockets;
using Devices;
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
{
    private readonly SectionClock _answerClock = new(plan.SectionTime, TimeProvider.System);
    private bool _givenUp;
    private int _rounds;

    /// <summary>Migrates.</summary>
    /// <param name="cancellation">Cancels it, as long as the guest was not given up.</param>
    public MigrationOutcome Run(CancellationToken cancellation)
    {
        if (board.Blocker is { } reason)
        {
            chronicle.Add(EntryKind.Failure, "", $"blocked: {reason}");
            return new MigrationOutcome(MigrationFailureKind.Refused, $"blocked: {reason}", board.Machine.IsRunning);
        }

        var vm = new WitnessedVirtualMachine(board.Machine, chronicle);
        board.Spice.SetTarget(new SpiceTarget(plan.Destination.Address.ToString(), plan.Destination.Port));
        bool accepted = board.Notifiers.TryBegin(vm, plan.Mode, out MigrationSession? session, out SetupRefusal? refusal);
        chronicle.Stage = "";
        if (!accepted)
        {
            chronicle.Add(EntryKind.Failure, refusal!.Device?.ToString() ?? "", $"refused: {refusal.Reason}");
            return new MigrationOutcome(MigrationFailureKind.Refused, $"refused: {refusal.Reason}", GuestIsHere: true);
        }

        using (session)
        {
            try
            {
                session!.RecordTimings = true;
                Migrate(session, cancellation);
                return Complete(session);
            }
            catch (OperationCanceledException)
            {
                return Fail(session!, new MigrationFailure(MigrationFailureKind.Cancelled, "cancelled"));
            }
            catch (Exception e) when (e is IOException or SocketException or DestinationException)
            {
                return Fail(session!, new MigrationFailure(MigrationFailureKind.Error, e.Message, e));
            }
        }
    }

    private void Migrate(MigrationSession session, CancellationToken cancellation)
    {
        BreakRehearsal.Run();
        chronicle.Add(EntryKind.Step, "", $"connecting to {plan.Destination}");
        using Connection connection = Connect(cancellation);
        var line = new BitFlippingStream(connection.Stream);
        MachineShape shape = board.Machine.Shape;
        using var sender = new MachineSender(plan.FailAt == MigrationStep.Setup ? shape with { MemoryBytes = shape.MemoryBytes * 2 } : shape, board.Machine, States(), line, new SectionClock(plan.SectionTime, TimeProvider.System));
        try
        {
            sender.SendShape();
            CancelAt(MigrationStep.Setup);
            Await(connection, AnswerKind.Accepted, "the destination accepts the machine's shape");
            Iterate(sender, connection, cancellation);
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
        int left = board.Machine.Memory.PageCount;
        board.Machine.Memory.MarkAllDirty();
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
                SlowDown(sender.BytesSent - bytes, begin);
            });
            left = board.Machine.Memory.CountDirty();
            TimeSpan took = Stopwatch.GetElapsedTime(begin);
            bytes = sender.BytesSent - bytes;
            expected = took * ((double)left * GuestMemory.PageSize / bytes);
            chronicle.AddRound(round, took, pages, bytes, left);
            chronicle.Add(EntryKind.Round, $"round {round}", $"{pages,4} pages, {bytes / 1048576.0,4:F1} MiB, {took.TotalMilliseconds,4:F0} ms; {left,4} dirty, {left / took.TotalSeconds,4:F0}/s; expected downtime {expected.TotalMilliseconds,4:F0} ms");
        }

        if (expected > plan.DowntimeLimit && !plan.Postcopy)
        {
            chronicle.Add(EntryKind.Step, "", $"the guest dirties pages too fast: after {plan.MostRounds} rounds it is stopped all the same");
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
        sender.SendDevices();
        sender.SendVcpus();
        sender.SendEnd();
        chronicle.Add(EntryKind.Step, "", $"{board.States.Count} devices and {board.Machine.Shape.Vcpus} vCPUs sent");
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
        chronicle.Add(EntryKind.HandedOver, "", "the guest runs on the destination");
    }

    private void Await(Connection connection, AnswerKind answer, string meaning)
    {
        if (plan.ReturnPath)
        {
            ReturnPath.Expect(connection.Stream, answer, _answerClock);
            chronicle.Add(EntryKind.Step, "", meaning);
        }
    }

    private void SendLastRound(MachineSender sender)
    {
        long begin = Stopwatch.GetTimestamp();
        long bytes = sender.BytesSent;
        int pages = sender.SendRound(++_rounds, _ => { });
        chronicle.AddRound(_rounds, Stopwatch.GetElapsedTime(begin), pages, sender.BytesSent - bytes, dirty: 0);
        chronicle.Add(EntryKind.Step, "", $"last pages sent ({pages})");
    }

    private byte[] SendMissing(MachineSender sender)
    {
        byte[] missing = sender.SendMissing();
        chronicle.Add(EntryKind.Step, "", $"list of missing pages sent ({missing.AsSpan().Count((byte)1)}): they come when the guest runs");
        return missing;
    }

    private void Report(DispatchReport report)
    {
        chronicle.Stage = "";
        foreach (HandlerFault fault in report.Faults)
        {
            chronicle.Add(EntryKind.Failure, fault.Device?.ToString() ?? "", $"{fault.Handler} threw {fault.Exception.GetType().Name}: {fault.Exception.Message}");
        }

        foreach (HandlerTiming overrun in report.BudgetOverruns)
        {
            chronicle.Add(EntryKind.Step, (overrun.Device as IDevice)?.Name ?? "", $"{overrun.Row.Handler} took {overrun.Elapsed.TotalMicroseconds:F0} us of the guest's downtime; its budget is {overrun.Row.BudgetMicroseconds}");
        }
    }
}

using System.Net.Sockets;
using Devices;
using Emulator.Machine;
using Emulator.Migration.Wire;
using Emulator.Story;

namespace Emulator.Migration;

/// <summary>
/// What every attempt has in common, wherever the machine is to go: Setup, some steps, Done; and whatever goes wrong in between, Failed before the VM
/// runs again.
/// </summary>
/// <param name="board">The board.</param>
/// <param name="mode">The mode of the session.</param>
/// <param name="chronicle">Where to write down what happens.</param>
internal abstract class MigrationAttempt(Board board, MigrationMode mode, Chronicle chronicle)
{
    protected Board Board => board;

    protected Chronicle Chronicle => chronicle;

    protected MigrationMode Mode => mode;

    /// <summary>Attempts it.</summary>
    /// <param name="cancellation">Cancels it, as long as the guest was not given up.</param>
    public MigrationOutcome Run(CancellationToken cancellation)
    {
        if (board.Blocker is { } reason)
        {
            chronicle.Add(EntryKind.Failure, "", $"blocked: {reason}");
            return new MigrationOutcome(MigrationFailureKind.Refused, $"blocked: {reason}", board.Machine.IsRunning);
        }

        BeforeSetup();
        var vm = new WitnessedVirtualMachine(board.Machine, chronicle);
        board.Notifiers.RecordTimings = true;
        bool accepted = board.Notifiers.TryBegin(vm, mode, out MigrationSession? session, out SetupRefusal? refusal);
        if (!accepted)
        {
            Report(refusal!.SetupReport);
            Report(refusal.Rollback);
            chronicle.Add(EntryKind.Failure, refusal.Device?.ToString() ?? "", $"refused: {refusal.Reason}");
            return new MigrationOutcome(MigrationFailureKind.Refused, $"refused: {refusal.Reason}", GuestIsHere: true);
        }

        using (session)
        {
            try
            {
                Report(session!.SetupReport);
                Proceed(session, cancellation);
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

    /// <summary>What is to be known before the devices are asked.</summary>
    protected virtual void BeforeSetup()
    {
    }

    /// <summary>Does everything between Setup and Done.</summary>
    protected abstract void Proceed(MigrationSession session, CancellationToken cancellation);

    /// <summary>Everything is where it belongs.</summary>
    protected virtual MigrationOutcome Complete(MigrationSession session)
    {
        DispatchReport report = session.Complete();
        Report(report);
        return new MigrationOutcome(null, "completed", board.Machine.IsRunning) { Timings = report.Timings };
    }

    /// <summary>Something went wrong.</summary>
    protected virtual MigrationOutcome Fail(MigrationSession session, MigrationFailure failure)
    {
        DispatchReport report = RaiseFailed(session, failure, RestartPolicy.WhenItRanBefore);
        return new MigrationOutcome(failure.Kind, failure.Message, board.Machine.IsRunning) { Timings = report.Timings };
    }

    /// <summary>Lets the guest run on while the attempt goes on.</summary>
    /// <exception cref="IOException">It does not.</exception>
    protected void Resume(MigrationSession session)
    {
        DispatchReport report = session.ResumeVm();
        Report(report);
        if (report.Faults.Count > 0)
        {
            throw new IOException("the VM does not start again", report.Faults[0].Exception);
        }
    }

    protected DispatchReport RaiseFailed(MigrationSession session, MigrationFailure failure, RestartPolicy policy)
    {
        chronicle.Add(EntryKind.Failure, "", failure.Message);
        DispatchReport report = session.Fail(failure, policy);
        Report(report);
        return report;
    }

    /// <summary>Writes down what a step of the session brought besides events.</summary>
    protected void Report(DispatchReport report)
    {
        chronicle.Stage = "";
        chronicle.Timings.AddRange(report.Timings);
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

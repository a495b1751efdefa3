using NotifierGen.Diagnostics;
using NotifierGen.Dispatch;
using NotifierGen.Sessions;

namespace NotifierGen;

/// <summary>
/// One attempt to migrate a guest away: raises every event in the right order on every path. Done and Failed are never both raised; one of
/// them is raised exactly once, at the latest by <see cref="Dispose"/>; Failed is raised before the VM starts again.
/// </summary>
/// <remarks>
/// Used by one thread at a time; a call while another is under way throws <see cref="InvalidOperationException"/> and changes nothing.
/// The sequence on each of the 33 paths that QEMU's migrations take is written down in src/NotifierGen.Testing/Paths/SourcePaths.cs.
/// </remarks>
/// <example>
/// <code>
/// using MigrationSession session = notifiers.Begin(vm);   // Setup
/// SendMemory();
/// session.StopVm();                                       // switchover
/// SendTheRest();
/// session.Complete();                                     // Done; without it, Dispose raises Failed and the VM runs on
/// </code>
/// </example>
public sealed partial class MigrationSession : IDisposable
{
    private readonly MigrationDispatcher _dispatcher;
    private readonly PairingScope _scope;
    private readonly SessionVm _vm;
    private readonly MigrationTrace _trace;
    private SessionGuard _guard;
    private MigrationSessionState _state;
    private bool _handedOver;
    private bool _disposed;

    internal MigrationSession(MigrationDispatcher dispatcher, PairingScope scope, IVirtualMachine vm, MigrationMode mode)
    {
        _dispatcher = dispatcher;
        _scope = scope;
        _trace = new MigrationTrace(scope, mode);
        _vm = new SessionVm(vm, _trace);
        Mode = mode;
        RecordTimings = dispatcher.RecordTimings;
    }

    /// <summary>Where the session stands.</summary>
    public MigrationSessionState State => _state;

    /// <summary>The mode it was begun in.</summary>
    public MigrationMode Mode { get; }

    /// <summary>What its handlers see as <see cref="MigrationContext.SessionId"/>; never 0, and unique in the process.</summary>
    public long Id => _scope.Id;

    /// <summary>
    /// Whether the reports of this session tell how long each handler took (<see cref="DispatchReport.Timings"/>). Begins as
    /// <see cref="MigrationDispatcher.RecordTimings"/> stands, false by default: rows are then walked without a clock, but for those with a budget.
    /// </summary>
    public bool RecordTimings { get; set; }

    /// <summary>
    /// What the Setup that began this session did: its time, that of its handlers if <see cref="MigrationDispatcher.RecordTimings"/> asked for it,
    /// and those that were over their budget. It has no faults: a Setup handler that throws refuses, and there is no session.
    /// </summary>
    public DispatchReport SetupReport { get; private set; }

    private bool IsOpen => _state < MigrationSessionState.Completed;

    /// <summary>Switchover (or the stop before a snapshot or checkpoint): stops the VM.</summary>
    /// <returns>The elapsed time.</returns>
    /// <exception cref="InvalidOperationException">
    /// The VM was stopped by this session already, the session is over, or the VM still runs after <see cref="IVirtualMachine.Stop"/>.
    /// Whatever <see cref="IVirtualMachine.Stop"/> throws passes through as well; the session stays open, to be failed.
    /// </exception>
    public DispatchReport StopVm()
    {
        Enter(nameof(StopVm), MigrationSessionState.Active, MigrationSessionState.Resumed);
        try
        {
            ReportBuilder report = ReportBuilder.Start(RecordTimings);
            _vm.Stop();
            if (_vm.IsRunning)
            {
                throw new InvalidOperationException("StopVm: the VM still runs after IVirtualMachine.Stop. Stop must return only when no vCPU runs.");
            }

            _state = MigrationSessionState.Stopped;
            return report.ToReport();
        }
        finally
        {
            _guard.Exit();
        }
    }

    /// <summary>
    /// Lets the guest run on while the session goes on (background snapshot, COLO checkpoint): starts the VM if the session stopped it while it
    /// ran. Raises nothing.
    /// </summary>
    /// <returns>A fault if <see cref="IVirtualMachine.Start"/> threw; the session then stays <see cref="MigrationSessionState.Stopped"/>.</returns>
    /// <exception cref="InvalidOperationException">The session is not <see cref="MigrationSessionState.Stopped"/>.</exception>
    public DispatchReport ResumeVm()
    {
        Enter(nameof(ResumeVm), MigrationSessionState.Stopped);
        try
        {
            ReportBuilder report = ReportBuilder.Start(RecordTimings);
            if (!_vm.IsOwedStart || _vm.Start(ref report))
            {
                _state = MigrationSessionState.Resumed;
            }

            return report.ToReport();
        }
        finally
        {
            _guard.Exit();
        }
    }

    /// <summary>
    /// The destination takes the guest over while memory is still to be fetched: raises PostcopyStart. From here the VM is never started again
    /// by this session: the destination owns the guest.
    /// </summary>
    /// <returns>The faults.</returns>
    /// <exception cref="InvalidOperationException">The session is not <see cref="MigrationSessionState.Stopped"/>.</exception>
    public DispatchReport StartPostcopy()
    {
        Enter(nameof(StartPostcopy), MigrationSessionState.Stopped);
        try
        {
            ReportBuilder report = ReportBuilder.Start(RecordTimings);
            _handedOver = true;
            _state = MigrationSessionState.PostcopyActive;
            Raise(Context(MigrationEvent.PostcopyStart), ref report);
            _vm.HandOver();
            return report.ToReport();
        }
        finally
        {
            _guard.Exit();
        }
    }

    /// <summary>The migration succeeded: raises Done.</summary>
    /// <returns>The faults.</returns>
    /// <exception cref="InvalidOperationException">The session is over, or the guest still runs here though nothing resumed it: call <see cref="StopVm"/> first.</exception>
    public DispatchReport Complete()
    {
        Enter(nameof(Complete), MigrationSessionState.Active, MigrationSessionState.Stopped, MigrationSessionState.Resumed, MigrationSessionState.PostcopyActive);
        try
        {
            if (_state is not MigrationSessionState.Resumed && _vm.IsRunning)
            {
                throw new InvalidOperationException(
                    $"Complete: the session is {_state} and the guest runs; it would run on both sides. Call StopVm() first (and ResumeVm() where the guest is to run on).");
            }

            ReportBuilder report = ReportBuilder.Start(RecordTimings);
            MigrationContext context = Context(MigrationEvent.Done);
            _state = MigrationSessionState.Completed;
            Raise(context, ref report);
            _vm.HandOver();
            return report.ToReport();
        }
        finally
        {
            CloseIfOver();
            _guard.Exit();
        }
    }

    /// <summary>
    /// The migration failed: raises Failed before the VM starts, starts the VM as <paramref name="policy"/> says, raises Failed after it.
    /// </summary>
    /// <remarks>
    /// If the guest runs and a device that takes part has <see cref="OnMigrationEventAttribute.RequiresStoppedVm"/>, the VM is stopped for the
    /// rows before the start. After <see cref="StartPostcopy"/> the VM is not started. A handler that throws keeps neither the others nor the VM
    /// from running, unless the policy is <see cref="RestartPolicy.KeepStoppedOnFault"/>.
    /// </remarks>
    /// <param name="failure">Why; the handlers are told.</param>
    /// <param name="policy">Whether the VM is started.</param>
    /// <returns>The faults of both phases and of the VM.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="failure"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="policy"/> is not one of the policies.</exception>
    /// <exception cref="InvalidOperationException">The session is over.</exception>
    public DispatchReport Fail(MigrationFailure failure, RestartPolicy policy = RestartPolicy.WhenItRanBefore)
    {
        ArgumentNullException.ThrowIfNull(failure);

        if (policy is < RestartPolicy.WhenItRanBefore or > RestartPolicy.Never)
        {
            throw new ArgumentOutOfRangeException(nameof(policy), policy, "Not a restart policy.");
        }

        Enter(nameof(Fail), MigrationSessionState.Active, MigrationSessionState.Stopped, MigrationSessionState.Resumed, MigrationSessionState.PostcopyActive);
        try
        {
            return RaiseFailed(failure, policy);
        }
        finally
        {
            CloseIfOver();
            _guard.Exit();
        }
    }

    /// <summary>
    /// The guest is taken back, after <see cref="Complete"/> or after a failure that left the VM stopped: raises Reclaimed before the VM starts,
    /// starts the VM if this session had stopped it while it ran, raises Reclaimed after it.
    /// </summary>
    /// <returns>The faults of both phases and of the VM.</returns>
    /// <exception cref="InvalidOperationException">
    /// The session is neither completed nor failed, was handed over by <see cref="StartPostcopy"/>, the VM runs, or another session has begun.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The session was disposed.</exception>
    public DispatchReport Reclaim()
    {
        Enter(nameof(Reclaim), MigrationSessionState.Completed, MigrationSessionState.Failed);
        try
        {
            EnsureReclaimable();
            ReportBuilder report = ReportBuilder.Start(RecordTimings);
            _state = MigrationSessionState.Reclaimed;
            bool start = _vm.IsOwedStart;
            Raise(Context(MigrationEvent.Reclaimed) with { VmWillStart = start }, ref report);
            bool started = start && _vm.Start(ref report);
            Raise(Context(MigrationEvent.Reclaimed) with { Phase = Phase.AfterVmStart, VmStarted = started }, ref report);
            _dispatcher.Forget(_scope);
            return report.ToReport();
        }
        finally
        {
            _guard.Exit();
        }
    }

    /// <summary>Fails the session as <see cref="MigrationFailureKind.Abandoned"/> if it was neither completed nor failed. Faults go to the event source.</summary>
    /// <exception cref="InvalidOperationException">Another call of this session is under way.</exception>
    public void Dispose()
    {
        _guard.Enter(nameof(Dispose));
        try
        {
            if (!_disposed && IsOpen)
            {
                RaiseFailed(
                    new MigrationFailure(MigrationFailureKind.Abandoned, "The session was disposed without Complete or Fail."),
                    RestartPolicy.WhenItRanBefore);
            }

        }
        finally
        {
            _disposed = true;
            CloseIfOver();
            _dispatcher.Forget(_scope);
            _guard.Exit();
        }
    }

    /// <summary>Raises Setup; rolls back and answers who refused, if a device did.</summary>
    internal SetupRefusal? SetUp()
    {
        _guard.Enter(nameof(MigrationDispatcher.Begin));
        bool accepted = false;
        try
        {
            ReportBuilder report = ReportBuilder.Start(RecordTimings);
            _trace.Begin();
            SetupRefusal? refusal = Raise(Context(MigrationEvent.Setup), ref report);
            SetupReport = report.ToReport(refusal);
            accepted = refusal is null;
            if (refusal is not null)
            {
                refusal.SetupReport = SetupReport;
                refusal.Rollback = RaiseFailed(
                    new MigrationFailure(MigrationFailureKind.Refused, refusal.ToString(), refusal.Exception),
                    RestartPolicy.WhenItRanBefore);
            }

            return refusal;
        }
        finally
        {
            if (!accepted)
            {
                _dispatcher.Close(_scope);
                _dispatcher.Forget(_scope);
                _trace.End("Refused", isError: true);
            }

            _guard.Exit();
        }
    }
}

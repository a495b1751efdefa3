using NotifierGen.Diagnostics;
using NotifierGen.Dispatch;
using NotifierGen.Sessions;

namespace NotifierGen;

/// <summary>
/// One attempt to receive a guest. IncomingDone and IncomingFailed are never both raised; one of them is raised exactly once, at the latest by
/// <see cref="Dispose"/>.
/// </summary>
/// <remarks>Used by one thread at a time; a call while another is under way throws <see cref="InvalidOperationException"/> and changes nothing.</remarks>
public sealed class IncomingSession : IDisposable
{
    private readonly MigrationDispatcher _dispatcher;
    private readonly PairingScope _scope;
    private readonly SessionVm _vm;
    private readonly MigrationTrace _trace;
    private SessionGuard _guard;

    internal IncomingSession(MigrationDispatcher dispatcher, PairingScope scope, IVirtualMachine vm, MigrationMode mode)
    {
        _dispatcher = dispatcher;
        _scope = scope;
        _trace = new MigrationTrace(scope, mode);
        _vm = new SessionVm(vm, _trace);
        Mode = mode;
        RecordTimings = dispatcher.RecordTimings;
    }

    /// <summary>Where the session stands.</summary>
    public IncomingSessionState State { get; private set; }

    /// <summary>The mode it was begun in.</summary>
    public MigrationMode Mode { get; }

    /// <summary>What its handlers see as <see cref="MigrationContext.SessionId"/>; never 0, and unique in the process.</summary>
    public long Id => _scope.Id;

    /// <inheritdoc cref="MigrationSession.RecordTimings"/>
    public bool RecordTimings { get; set; }

    /// <summary>What the IncomingSetup that began this session did, as <see cref="MigrationSession.SetupReport"/>.</summary>
    public DispatchReport SetupReport { get; private set; }

    /// <summary>
    /// Everything was loaded: raises IncomingDone before the VM starts (take ownership), starts the VM if asked, raises IncomingDone after it
    /// (announce, if <see cref="MigrationContext.VmStarted"/>).
    /// </summary>
    /// <param name="startVm">Whether the VM is started: false for a guest that was paused on the source.</param>
    /// <returns>The faults of both phases and of the VM.</returns>
    /// <exception cref="InvalidOperationException">The session is over.</exception>
    public DispatchReport Complete(bool startVm = true)
    {
        Enter(nameof(Complete));
        try
        {
            ReportBuilder report = ReportBuilder.Start(RecordTimings);
            State = IncomingSessionState.Completed;
            Raise(Context(MigrationEvent.IncomingDone) with { VmWillStart = startVm }, ref report);
            bool started = startVm && _vm.Start(ref report);
            Raise(Context(MigrationEvent.IncomingDone) with { Phase = Phase.AfterVmStart, VmStarted = started }, ref report);
            return report.ToReport();
        }
        finally
        {
            EndIfOver();
            _guard.Exit();
        }
    }

    /// <summary>The guest did not arrive: raises IncomingFailed. The VM is not started.</summary>
    /// <param name="failure">Why; the handlers are told.</param>
    /// <returns>The faults.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="failure"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The session is over.</exception>
    public DispatchReport Fail(MigrationFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);

        Enter(nameof(Fail));
        try
        {
            return RaiseFailed(failure);
        }
        finally
        {
            EndIfOver();
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
            if (State == IncomingSessionState.Active)
            {
                RaiseFailed(new MigrationFailure(MigrationFailureKind.Abandoned, "The session was disposed without Complete or Fail."));
            }
        }
        finally
        {
            EndIfOver();
            _guard.Exit();
        }
    }

    /// <summary>Raises IncomingSetup; rolls back and answers who refused, if a device did.</summary>
    internal SetupRefusal? SetUp()
    {
        _guard.Enter(nameof(MigrationDispatcher.BeginIncoming));
        bool accepted = false;
        try
        {
            ReportBuilder report = ReportBuilder.Start(RecordTimings);
            _trace.Begin();
            SetupRefusal? refusal = Raise(Context(MigrationEvent.IncomingSetup), ref report);
            SetupReport = report.ToReport(refusal);
            accepted = refusal is null;
            if (refusal is not null)
            {
                refusal.SetupReport = SetupReport;
                refusal.Rollback = RaiseFailed(new MigrationFailure(MigrationFailureKind.Refused, refusal.ToString(), refusal.Exception));
            }

            return refusal;
        }
        finally
        {
            if (!accepted)
            {
                End();
            }

            _guard.Exit();
        }
    }

    private DispatchReport RaiseFailed(MigrationFailure failure)
    {
        ReportBuilder report = ReportBuilder.Start(RecordTimings);
        State = IncomingSessionState.Failed;
        Raise(Context(MigrationEvent.IncomingFailed) with { Failure = failure }, ref report);
        return report.ToReport();
    }

    private MigrationContext Context(MigrationEvent migrationEvent) => new()
    {
        Event = migrationEvent,
        Mode = Mode,
        VcpusStopped = !_vm.IsRunning,
        SessionId = Id,
    };

    private SetupRefusal? Raise(in MigrationContext context, ref ReportBuilder report)
    {
        using var phase = _trace.StartPhase(in context);
        return _dispatcher.Raise(in context, _scope, ref report);
    }

    private void EndIfOver()
    {
        if (State != IncomingSessionState.Active)
        {
            End();
        }
    }

    private void End()
    {
        _dispatcher.Close(_scope);
        _dispatcher.Forget(_scope);
        _trace.End(State == IncomingSessionState.Active ? "Refused" : State.ToString(), isError: State != IncomingSessionState.Completed);
    }

    private void Enter(string call)
    {
        _guard.Enter(call);
        if (State != IncomingSessionState.Active)
        {
            _guard.Exit();
            throw new InvalidOperationException($"{call} is not possible in state {State}; it is in: {IncomingSessionState.Active}.");
        }
    }
}

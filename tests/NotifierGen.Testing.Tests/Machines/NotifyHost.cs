namespace NotifierGen.Testing.Tests.Machines;

/// <summary>
/// A host with a state machine of its own over <see cref="MigrationDispatcher.Notify"/>, right as it stands for the source's paths without
/// postcopy and return; tests derive hosts with the mistakes that such hosts make.
/// </summary>
internal class NotifyHost(MigrationDispatcher notifiers, IVirtualMachine vm) : IMigrationHost
{
    private static long s_sessions = 1L << 40;

    private long _session;
    private bool _stoppedIt;

    protected MigrationMode Mode { get; private set; }

    public virtual bool TryBegin(MigrationMode mode)
    {
        Mode = mode;
        _stoppedIt = false;
        _session = Interlocked.Increment(ref s_sessions);
        bool accepted = notifiers.Notify(Context(Setup)).Refusal is null;
        if (!accepted)
        {
            RollBack(new MigrationFailure(MigrationFailureKind.Refused, "a device refused"));
        }

        return accepted;
    }

    public IReadOnlyList<HandlerFault> StopVm()
    {
        _stoppedIt = vm.IsRunning;
        vm.Stop();
        return [];
    }

    public virtual IReadOnlyList<HandlerFault> Complete() => Raise(Done);

    public virtual IReadOnlyList<HandlerFault> Fail(MigrationFailure failure, RestartPolicy policy)
    {
        bool starts = _stoppedIt && policy != RestartPolicy.Never;
        IReadOnlyList<HandlerFault> before = Raise(Failed, failure, willStart: starts);
        if (starts)
        {
            vm.Start();
        }

        return [.. before, .. Raise(Failed, failure, Phase.AfterVmStart, started: starts)];
    }

    public virtual void Abandon() => Fail(new MigrationFailure(MigrationFailureKind.Abandoned, "forgotten"), RestartPolicy.WhenItRanBefore);

    public IReadOnlyList<HandlerFault> ResumeVm() => throw new NotSupportedException();

    public IReadOnlyList<HandlerFault> StartPostcopy() => throw new NotSupportedException();

    public IReadOnlyList<HandlerFault> Reclaim() => throw new NotSupportedException();

    public bool TryBeginIncoming(MigrationMode mode) => throw new NotSupportedException();

    public IReadOnlyList<HandlerFault> CompleteIncoming(bool startVm) => throw new NotSupportedException();

    public IReadOnlyList<HandlerFault> FailIncoming(MigrationFailure failure) => throw new NotSupportedException();

    public void AbandonIncoming() => throw new NotSupportedException();

    /// <summary>Which paths such a host takes.</summary>
    public static bool Takes(MigrationPath path) =>
        !path.IsIncoming && !path.Steps.Any(static step => step.VmThrows || step.Policy == RestartPolicy.KeepStoppedOnFault
            || step.Call is HostCall.ResumeVm or HostCall.StartPostcopy or HostCall.Reclaim);

    protected virtual void RollBack(MigrationFailure failure) => Fail(failure, RestartPolicy.WhenItRanBefore);

    protected IReadOnlyList<HandlerFault> Raise(MigrationEvent raised, MigrationFailure? failure = null, Phase phase = Phase.BeforeVmStart, bool willStart = false, bool started = false) =>
        notifiers.Notify(Context(raised) with { Failure = failure, Phase = phase, VmWillStart = willStart, VmStarted = started }).Faults;

    protected virtual MigrationContext Context(MigrationEvent raised) =>
        new() { Event = raised, Mode = Mode, SessionId = _session, VcpusStopped = !vm.IsRunning };
}

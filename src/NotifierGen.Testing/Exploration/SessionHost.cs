namespace NotifierGen.Testing;

/// <summary>The host that the library itself is: sessions.</summary>
internal sealed class SessionHost(MigrationDispatcher dispatcher, IVirtualMachine vm) : IMigrationHost
{
    private MigrationSession? _session;
    private IncomingSession? _incoming;

    /// <summary>Who refused last.</summary>
    public SetupRefusal? Refusal { get; private set; }

    /// <summary>Where the last session stands, in its own words.</summary>
    public string State => _session?.State.ToString() ?? _incoming?.State.ToString() ?? "Refused";

    public bool TryBegin(MigrationMode mode)
    {
        _session = null;
        bool accepted = dispatcher.TryBegin(vm, mode, out _session, out SetupRefusal? refusal);
        Refusal = refusal;
        return accepted;
    }

    public IReadOnlyList<HandlerFault> StopVm() => _session!.StopVm().Faults;

    public IReadOnlyList<HandlerFault> ResumeVm() => _session!.ResumeVm().Faults;

    public IReadOnlyList<HandlerFault> StartPostcopy() => _session!.StartPostcopy().Faults;

    public IReadOnlyList<HandlerFault> Complete() => _session!.Complete().Faults;

    public IReadOnlyList<HandlerFault> Fail(MigrationFailure failure, RestartPolicy policy) => _session!.Fail(failure, policy).Faults;

    public void Abandon() => _session!.Dispose();

    public IReadOnlyList<HandlerFault> Reclaim() => _session!.Reclaim().Faults;

    public bool TryBeginIncoming(MigrationMode mode)
    {
        bool accepted = dispatcher.TryBeginIncoming(vm, mode, out _incoming, out SetupRefusal? refusal);
        Refusal = refusal;
        return accepted;
    }

    public IReadOnlyList<HandlerFault> CompleteIncoming(bool startVm) => _incoming!.Complete(startVm).Faults;

    public IReadOnlyList<HandlerFault> FailIncoming(MigrationFailure failure) => _incoming!.Fail(failure).Faults;

    public void AbandonIncoming() => _incoming!.Dispose();
}

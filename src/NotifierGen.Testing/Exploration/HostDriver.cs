namespace NotifierGen.Testing;

/// <summary>Makes a host do what the steps of a path say.</summary>
internal sealed class HostDriver(IMigrationHost host, ExplorationRun run)
{
    /// <summary>Makes a step; returns what its report says.</summary>
    public IReadOnlyList<HandlerFault> Make(HostStep step)
    {
        switch (step.Call)
        {
            case HostCall.Begin:
                return Begun(host.TryBegin(run.Path.Mode));
            case HostCall.StopVm:
                return host.StopVm();
            case HostCall.ResumeVm:
                return host.ResumeVm();
            case HostCall.StartPostcopy:
                return host.StartPostcopy();
            case HostCall.Complete:
                return host.Complete();
            case HostCall.Fail:
                return host.Fail(FailureOf(step), step.Policy);
            case HostCall.Abandon:
                host.Abandon();
                return [];
            case HostCall.Reclaim:
                return host.Reclaim();
            case HostCall.IncomingBegin:
                return Begun(host.TryBeginIncoming(run.Path.Mode));
            case HostCall.IncomingComplete or HostCall.IncomingCompletePaused:
                return host.CompleteIncoming(startVm: step.Call == HostCall.IncomingComplete);
            case HostCall.IncomingFail:
                return host.FailIncoming(FailureOf(step));
            case HostCall.IncomingAbandon:
                host.AbandonIncoming();
                return [];
            default:
                return [];
        }
    }

    private IReadOnlyList<HandlerFault> Begun(bool accepted)
    {
        run.WasRefused = !accepted;
        run.Refusal = (host as SessionHost)?.Refusal;
        return run.Refusal?.Rollback.Faults ?? [];
    }

    private static MigrationFailure FailureOf(HostStep step) => new(step.Failure, step.Failure == MigrationFailureKind.Cancelled ? "cancelled" : "the channel broke");
}

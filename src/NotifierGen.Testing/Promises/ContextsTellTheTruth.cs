namespace NotifierGen.Testing;

/// <summary>Handlers ask their context and nothing global, so it must be right.</summary>
internal sealed class ContextsTellTheTruth : IPromise
{
    public string Name => "A handler is told the truth about the VM and the migration, and RequiresStoppedVm is kept (design 5.4)";

    public (string What, int Entry)? Check(ExplorationRun run)
    {
        HostStep? step = null;
        for (int i = 0; i < run.Entries.Count; i++)
        {
            TranscriptEntry entry = run.Entries[i];
            step = entry.Step ?? step;
            if (entry.Kind == TranscriptKind.Handler && Lie(run, entry, step, i) is { } lie)
            {
                return ($"{entry.Row.Device}.{entry.Row.Handler} {lie}", i);
            }
        }

        return null;
    }

    private static string? Lie(ExplorationRun run, TranscriptEntry entry, HostStep? step, int index)
    {
        MigrationContext context = entry.Context;
        bool isFailure = context.Event is MigrationEvent.Failed or MigrationEvent.IncomingFailed;
        return (context.Event, context.Phase) != (entry.Row.Event, entry.Row.Phase) ? $"was told of {context.Event} {context.Phase}"
            : context.Mode != run.Path.Mode ? $"was told that the mode is {context.Mode}"
            : context.SessionId == 0 ? "was told of no session"
            : context.VcpusStopped == entry.GuestRan ? $"was told that the vCPUs {(context.VcpusStopped ? "stand still" : "run")}"
            : entry.Row.RequiresStoppedVm && entry.GuestRan && StopsFor(run) ? "requires a stopped VM and was called while it ran"
            : isFailure != (context.Failure is not null) ? $"was told {(isFailure ? "of no failure" : "of a failure")}"
            : isFailure && context.Failure!.Kind != KindOf(step, run) ? $"was told of {context.Failure.Kind}, and it was {KindOf(step, run)}"
            : LieAboutStart(run, entry, index);
    }

    // A VM that throws when it is to be stopped runs on.
    private static bool StopsFor(ExplorationRun run) => !run.Entries.Exists(static entry => entry.Kind == TranscriptKind.VmStop && entry.Exception is not null);

    private static MigrationFailureKind KindOf(HostStep? step, ExplorationRun run) => step?.Call switch
    {
        HostCall.Abandon or HostCall.IncomingAbandon => MigrationFailureKind.Abandoned,
        HostCall.Begin or HostCall.IncomingBegin when run.WasRefused => MigrationFailureKind.Refused,
        _ => step?.Failure ?? MigrationFailureKind.Error,
    };

    /// <summary>VmWillStart before the start, VmStarted after it.</summary>
    private static string? LieAboutStart(ExplorationRun run, TranscriptEntry entry, int index)
    {
        bool hasPhases = entry.Row.Event is MigrationEvent.Failed or MigrationEvent.Reclaimed or MigrationEvent.IncomingDone;
        if (!hasPhases)
        {
            return entry.Context.VmWillStart || entry.Context.VmStarted ? "was told of a start of the VM" : null;
        }

        if (entry.Row.Phase == Phase.AfterVmStart)
        {
            TranscriptEntry? start = StartWithin(run, index, -1);
            bool started = start is { Exception: null };
            return entry.Context.VmStarted == started ? null : $"was told that the VM was {(started ? "not " : "")}started";
        }

        bool starts = StartWithin(run, index, 1) is not null;
        bool mayChange = run.Perturbation.Kind is PerturbationKind.ThrowsInstead or PerturbationKind.ThrowsAtItsEnd && !starts;
        return entry.Context.VmWillStart == starts || (entry.Context.VmWillStart && mayChange) ? null : $"was told that the VM will {(starts ? "not " : "")}be started";
    }

    /// <summary>The start of the VM in the host's step that an entry belongs to.</summary>
    private static TranscriptEntry? StartWithin(ExplorationRun run, int index, int direction)
    {
        for (int i = index; i >= 0 && i < run.Entries.Count && run.Entries[i].Kind != TranscriptKind.Host; i += direction)
        {
            if (run.Entries[i].Kind == TranscriptKind.VmStart)
            {
                return run.Entries[i];
            }
        }

        return null;
    }
}

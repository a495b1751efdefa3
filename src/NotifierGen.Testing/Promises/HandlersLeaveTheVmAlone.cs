namespace NotifierGen.Testing;

/// <summary>A handler that starts the VM lets the vCPUs run ahead of those that come after it.</summary>
internal sealed class HandlersLeaveTheVmAlone : IPromise
{
    public string Name => "Only the host stops and starts the VM (rule NG1004)";

    public (string What, int Entry)? Check(ExplorationRun run)
    {
        int entry = run.Entries.FindIndex(static entry => entry.Kind == TranscriptKind.Handler && entry.GuestRan != entry.GuestRuns);
        if (entry < 0)
        {
            return null;
        }

        NotifierRow row = run.Entries[entry].Row;
        return ($"the VM {(run.Entries[entry].GuestRuns ? "ran" : "stood still")} when {row.Device}.{row.Handler} had returned, and {(run.Entries[entry].GuestRuns ? "stood still" : "ran")} before", entry);
    }
}

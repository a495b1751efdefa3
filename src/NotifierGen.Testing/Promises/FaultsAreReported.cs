namespace NotifierGen.Testing;

/// <summary>Nothing is swallowed: what was thrown is in the report of the step, once, with its device and handler; a refusal names who refused.</summary>
internal sealed class FaultsAreReported : IPromise
{
    public string Name => "Each fault is in the report of its step, once, with device and handler (design 5.5)";

    public (string What, int Entry)? Check(ExplorationRun run)
    {
        int host = -1;
        for (int i = 0; i < run.Entries.Count; i++)
        {
            TranscriptEntry entry = run.Entries[i];
            host = entry.Kind == TranscriptKind.Host ? i : host;
            if (entry.Exception is null || host < 0 || !HasReport(run, host, entry))
            {
                continue;
            }

            int reported = run.Faults.Count(fault => fault.Key == host && ReferenceEquals(fault.Value.Exception, entry.Exception)
                && ReferenceEquals(fault.Value.Device, entry.Instance) && fault.Value.Handler == HandlerOf(entry));
            if (reported != 1)
            {
                return ($"\"{entry.ToString().Trim()}\" is in the report {(reported == 0 ? "not at all" : "more than once")}", i);
            }
        }

        foreach (KeyValuePair<int, HandlerFault> fault in run.Faults)
        {
            if (!run.Entries.Exists(entry => ReferenceEquals(entry.Exception, fault.Value.Exception)))
            {
                return ($"the report has a fault that nothing threw: {fault.Value.Handler}: {fault.Value.Exception.Message}", fault.Key);
            }
        }

        return CheckRefusal(run);
    }

    private static (string What, int Entry)? CheckRefusal(ExplorationRun run)
    {
        int refused = run.Entries.FindIndex(static entry => entry.IsRefused);
        if (run.Refusal is null || refused < 0)
        {
            return null;
        }

        TranscriptEntry entry = run.Entries[refused];
        bool isRight = ReferenceEquals(run.Refusal.Device, entry.Instance) && run.Refusal.Handler == HandlerOf(entry)
            && ReferenceEquals(run.Refusal.Exception, entry.Exception) && run.Refusal.Reason == (entry.Refusal ?? entry.Exception!.Message);
        return isRight ? null : ($"\"{entry.ToString().Trim()}\" was reported as: {run.Refusal}", refused);
    }

    // Dispose has no report, a refusal is no fault, and a VM that does not stop at switchover tells the host itself.
    private static bool HasReport(ExplorationRun run, int host, TranscriptEntry entry) =>
        run.Entries[host].Step!.Call is not (HostCall.Abandon or HostCall.IncomingAbandon or HostCall.StopVm)
        && !entry.IsRefused
        && (run.Entries[host].Step!.Call is not (HostCall.Begin or HostCall.IncomingBegin) || run.Refusal is not null);

    private static string HandlerOf(TranscriptEntry entry) => entry.Kind switch
    {
        TranscriptKind.VmStart => "IVirtualMachine.Start",
        TranscriptKind.VmStop => "IVirtualMachine.Stop",
        _ => $"{entry.Row.Device}.{entry.Row.Handler}",
    };
}

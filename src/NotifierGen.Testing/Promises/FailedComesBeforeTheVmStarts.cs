namespace NotifierGen.Testing;

/// <summary>The bug that QEMU had: the vCPUs ran while devices still stood as the migration had left them.</summary>
internal sealed class FailedComesBeforeTheVmStarts : IPromise
{
    public string Name => "FAILED comes before the VM starts (design 5.3)";

    public (string What, int Entry)? Check(ExplorationRun run)
    {
        // Since the host's step in which the first of a session's Failed rows is raised.
        int start = -1;
        for (int i = 0; i < run.Entries.Count; i++)
        {
            TranscriptEntry entry = run.Entries[i];
            if (entry.Kind == TranscriptKind.Host)
            {
                start = -1;
            }
            else if (entry.Kind == TranscriptKind.VmStart)
            {
                start = i;
            }
            else if (start >= 0 && entry.Kind == TranscriptKind.Handler && entry.Row is { Event: MigrationEvent.Failed, Phase: Phase.BeforeVmStart })
            {
                return ($"{entry.Row.Device}.{entry.Row.Handler} was called when the VM had been started", i);
            }
        }

        return null;
    }
}

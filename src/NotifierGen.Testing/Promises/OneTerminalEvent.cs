namespace NotifierGen.Testing;

/// <summary>Done or Failed, never both, each handler once: also IncomingDone and IncomingFailed.</summary>
internal sealed class OneTerminalEvent : IPromise
{
    public string Name => "A session ends once for a device, in Done or in Failed (design 5.2)";

    public (string What, int Entry)? Check(ExplorationRun run)
    {
        Dictionary<(long Session, string Device), int> ends = [];
        HashSet<(long Session, int Row, string Device)> called = [];
        for (int i = 0; i < run.Entries.Count; i++)
        {
            TranscriptEntry entry = run.Entries[i];
            if (entry.Kind != TranscriptKind.Handler || entry.Row.Event is not (MigrationEvent.Done or MigrationEvent.Failed or MigrationEvent.IncomingDone or MigrationEvent.IncomingFailed))
            {
                continue;
            }

            long session = entry.Context.SessionId;
            var device = (session, entry.Device.Length == 0 ? entry.Row.Device : entry.Device);
            if (ends.TryGetValue(device, out int end) && run.Entries[end].Row.Event != entry.Row.Event)
            {
                return ($"{entry.Device} got {entry.Row.Event} after {run.Entries[end].Row.Event} of the same session", i);
            }

            if (!called.Add((session, entry.RowIndex, entry.Device)) && session != 0)
            {
                return ($"{entry.Row.Device}.{entry.Row.Handler} was called a second time for {entry.Row.Event} of one session", i);
            }

            ends[device] = i;
        }

        return null;
    }
}

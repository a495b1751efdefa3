namespace NotifierGen.Testing;

/// <summary>Rows in the order of the table; within a row the devices as they were registered, and for Failed the other way round.</summary>
internal sealed class CallsFollowTheTable : IPromise
{
    public string Name => "Handlers are called in the order of the table and of registration (design 5.1)";

    public (string What, int Entry)? Check(ExplorationRun run)
    {
        // Compared by identity; a device that comes again goes to the end.
        List<object> order = [.. run.Devices];
        TranscriptEntry? last = null;
        int place = -1;
        for (int i = 0; i < run.Entries.Count; i++)
        {
            TranscriptEntry entry = run.Entries[i];
            switch (entry.Kind)
            {
                case TranscriptKind.Registered:
                    order.Add(entry.Instance!);
                    break;
                case TranscriptKind.Unregistered:
                    break;
                case TranscriptKind.Handler:
                    if (last is not null && IsSameDispatch(last, entry) && Mistake(last, place, entry, PlaceOf(order, entry)) is { } mistake)
                    {
                        return (mistake, i);
                    }

                    last = entry;
                    place = PlaceOf(order, entry);
                    break;
                default:
                    last = null;
                    break;
            }
        }

        return null;
    }

    private static bool IsSameDispatch(TranscriptEntry last, TranscriptEntry entry) =>
        last.Row.Event == entry.Row.Event && last.Row.Phase == entry.Row.Phase && last.Context.SessionId == entry.Context.SessionId;

    private static int PlaceOf(List<object> order, TranscriptEntry entry) => order.FindLastIndex(device => ReferenceEquals(device, entry.Instance));

    private static string? Mistake(TranscriptEntry last, int before, TranscriptEntry entry, int now)
    {
        if (entry.RowIndex < last.RowIndex)
        {
            return $"{entry.Row.Device}.{entry.Row.Handler} was called after {last.Row.Device}.{last.Row.Handler}, which stands behind it in the table";
        }

        if (entry.RowIndex > last.RowIndex || entry.Instance is null)
        {
            return null;
        }

        bool isMirrored = entry.Row.Event is MigrationEvent.Failed or MigrationEvent.IncomingFailed;
        return (isMirrored ? now < before : now > before)
            ? null
            : $"{entry.Device} was called after {last.Device}, against the {(isMirrored ? "reverse " : "")}order of their registration";
    }
}

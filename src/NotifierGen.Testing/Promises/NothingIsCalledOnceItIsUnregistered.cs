namespace NotifierGen.Testing;

/// <summary>A device that left the machine must not be touched: its memory may be gone.</summary>
internal sealed class NothingIsCalledOnceItIsUnregistered : IPromise
{
    public string Name => "A device that is not registered is not called (design 5.6)";

    public (string What, int Entry)? Check(ExplorationRun run)
    {
        List<object> registered = [.. run.Devices];
        for (int i = 0; i < run.Entries.Count; i++)
        {
            TranscriptEntry entry = run.Entries[i];
            if (entry.Kind == TranscriptKind.Registered)
            {
                registered.Add(entry.Instance!);
            }
            else if (entry.Kind == TranscriptKind.Unregistered)
            {
                registered.RemoveAll(device => ReferenceEquals(device, entry.Instance));
            }
            else if (entry is { Kind: TranscriptKind.Handler, Instance: not null } && !registered.Exists(device => ReferenceEquals(device, entry.Instance)))
            {
                return ($"{entry.Row.Device}.{entry.Row.Handler} was called on {entry.Device}, which is not registered", i);
            }
        }

        return null;
    }
}

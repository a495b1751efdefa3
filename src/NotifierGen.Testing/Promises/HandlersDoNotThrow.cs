namespace NotifierGen.Testing;

/// <summary>Only Setup may refuse; any other handler that throws has a mistake, and leaves the rest of its work undone.</summary>
internal sealed class HandlersDoNotThrow : IPromise
{
    public string Name => "No handler throws by itself (rule NG1008)";

    public (string What, int Entry)? Check(ExplorationRun run)
    {
        int entry = run.Entries.FindIndex(static entry => entry.Kind == TranscriptKind.Handler && entry.Exception is not null and not InjectedException && !entry.IsRefused);
        return entry < 0 ? null : ($"{run.Entries[entry].Row.Device}.{run.Entries[entry].Row.Handler} threw {run.Entries[entry].Exception}", entry);
    }
}

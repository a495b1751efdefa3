namespace NotifierGen.Testing;

/// <summary>After the last step the session says how it ended, and the machine can migrate again.</summary>
internal sealed class TheSessionIsOver : IPromise
{
    public string Name => "After its end a session says how it ended, and another one can begin (design 5.2, 5.6)";

    public (string What, int Entry)? Check(ExplorationRun run)
    {
        if (run.NextSessionFailure is { } failure)
        {
            return ($"no other one could begin: {failure.Message}", -1);
        }

        string expected = run.WasRefused ? "Refused" : StateAfter(run.Path.Steps.Count == 0 ? null : run.Path.Steps[run.Path.Steps.Count - 1]);
        return run.SessionState is null || run.SessionState == expected ? null : ($"it is {run.SessionState}, and was to be {expected}", -1);
    }

    private static string StateAfter(HostStep? last) => last?.Call switch
    {
        HostCall.Complete or HostCall.IncomingComplete or HostCall.IncomingCompletePaused => nameof(MigrationSessionState.Completed),
        HostCall.Reclaim => nameof(MigrationSessionState.Reclaimed),
        _ => nameof(MigrationSessionState.Failed),
    };
}

namespace NotifierGen.Testing;

/// <summary>What was seen on one path in one version of a program. Immutable.</summary>
/// <param name="Version">The program and its version.</param>
/// <param name="Steps">What happened, in order.</param>
/// <param name="FinalRunState">Where the VM stood at the end; <c>running</c> if it ran.</param>
public sealed record RecordedSequence(string Version, IReadOnlyList<RecordedStep> Steps, string FinalRunState)
{
    internal const string VmStops = "VM-STOP";
    internal const string VmStarts = "VM-RUN";
    internal const string VmDoesNotStop = "VM-STOP-FAILS";
    internal const string VmDoesNotStart = "VM-RUN-FAILS";
    internal const string Running = "running";

    /// <summary>
    /// The recording in the letters of <see cref="MigrationPath.Sequence"/>, without the steps that are not of them: to be compared with what another
    /// program does.
    /// </summary>
    public string ToSequence()
    {
        List<string> moments = [];
        bool wasHandler = false;
        foreach (RecordedStep step in Steps)
        {
            string? moment = step switch
            {
                { Event: { } raised } => Letter(raised, step),
                { Text: VmStops } => Moments.Stop,
                { Text: VmStarts } => Moments.Start,
                { Text: VmDoesNotStop } => Moments.StopThrows,
                { Text: VmDoesNotStart } => Moments.StartThrows,
                _ => null,
            };

            // A recording of handlers has one event many times; one of notifications has each as often as it came.
            bool isHandler = step.Handler is not null;
            if (moment is not null && !(isHandler && wasHandler && moments[moments.Count - 1] == moment))
            {
                moments.Add(moment);
            }

            wasHandler = isHandler;
        }

        return string.Join(" ", moments);
    }

    private static string Letter(MigrationEvent raised, RecordedStep step) =>
        Moments.LetterOf(raised, step.Phase) is var letter && letter is "D" or "F" && step.GuestRuns ? letter + "(n)" : letter;
}

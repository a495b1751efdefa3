namespace NotifierGen.Testing;

/// <summary>The letters of <see cref="MigrationPath.Sequence"/>, and the events and phases that they stand for.</summary>
internal static class Moments
{
    public const string Stop = "stop";
    public const string Start = "run";
    public const string StopThrows = "stop!";
    public const string StartThrows = "run!";
    private const string GuestRuns = "(n)";

    public static string LetterOf(MigrationEvent migrationEvent, Phase phase) => (migrationEvent, phase) switch
    {
        (MigrationEvent.Setup, _) => "S",
        (MigrationEvent.PostcopyStart, _) => "P",
        (MigrationEvent.Done, _) => "D",
        (MigrationEvent.Failed, Phase.BeforeVmStart) => "F",
        (MigrationEvent.Failed, _) => "f",
        (MigrationEvent.Reclaimed, Phase.BeforeVmStart) => "R",
        (MigrationEvent.Reclaimed, _) => "r",
        (MigrationEvent.IncomingSetup, _) => "IS",
        (MigrationEvent.IncomingDone, Phase.BeforeVmStart) => "ID",
        (MigrationEvent.IncomingDone, _) => "id",
        _ => "IF",
    };

    /// <summary>An entry as a letter: with (n) where the letters of paths have it, for Done and Failed before the start while the guest runs.</summary>
    public static string Of(TranscriptEntry entry) => entry.Kind switch
    {
        TranscriptKind.VmStop => entry.Exception is null ? Stop : StopThrows,
        TranscriptKind.VmStart => entry.Exception is null ? Start : StartThrows,
        _ => LetterOf(entry.Row.Event, entry.Row.Phase) is var letter && letter is "D" or "F" && entry.GuestRan ? letter + GuestRuns : letter,
    };

    public static string NameOf(in NotifierRow row) =>
        row.Event is MigrationEvent.Failed or MigrationEvent.Reclaimed or MigrationEvent.IncomingDone ? $"{row.Event} {row.Phase}" : row.Event.ToString();

    public static string WithoutMark(string moment) => moment.EndsWith(GuestRuns, StringComparison.Ordinal) ? moment.Substring(0, moment.Length - GuestRuns.Length) : moment;

    public static bool IsMarked(string moment) => moment.EndsWith(GuestRuns, StringComparison.Ordinal);

    public static bool IsOfVm(string moment) => moment is Stop or Start or StopThrows or StartThrows;

    public static bool IsSetup(string moment) => moment is "S" or "IS";

    /// <summary>Failed and IncomingFailed: what was set up last is undone first.</summary>
    public static bool IsMirrored(string moment) => moment is "F" or "f" or "IF";

    public static bool IsIncoming(string moment) => moment is "IS" or "ID" or "id" or "IF";
}

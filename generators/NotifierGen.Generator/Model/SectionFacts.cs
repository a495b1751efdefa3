namespace NotifierGen.Generator.Model;

/// <summary>What the sections mean.</summary>
internal static class SectionFacts
{
    /// <summary>How many sections there are.</summary>
    public const int Count = (int)Section.IncomingFailed + 1;

    /// <summary>The name of the section's MigrationEvent.</summary>
    public static string EventName(this Section section) => section switch
    {
        Section.FailedBeforeVmStart or Section.FailedAfterVmStart => "Failed",
        Section.ReclaimedBeforeVmStart or Section.ReclaimedAfterVmStart => "Reclaimed",
        Section.IncomingDoneBeforeVmStart or Section.IncomingDoneAfterVmStart => "IncomingDone",
        Section.Setup => "Setup",
        Section.PostcopyStart => "PostcopyStart",
        Section.Done => "Done",
        Section.IncomingSetup => "IncomingSetup",
        _ => "IncomingFailed",
    };

    /// <summary>The name of the section's Phase; BeforeVmStart where the event has none.</summary>
    public static string PhaseName(this Section section) =>
        section is Section.FailedAfterVmStart or Section.ReclaimedAfterVmStart or Section.IncomingDoneAfterVmStart
            ? "AfterVmStart"
            : "BeforeVmStart";

    /// <summary>Whether the section's event has phases.</summary>
    public static bool HasPhase(this Section section) =>
        section is Section.FailedBeforeVmStart or Section.FailedAfterVmStart
            or Section.ReclaimedBeforeVmStart or Section.ReclaimedAfterVmStart
            or Section.IncomingDoneBeforeVmStart or Section.IncomingDoneAfterVmStart;

    /// <summary>Whether the section undoes another one: name ties and instances then run in reverse, so that what was set up last is undone first.</summary>
    public static bool IsMirrored(this Section section) =>
        section is Section.FailedBeforeVmStart or Section.FailedAfterVmStart or Section.IncomingFailed;
}

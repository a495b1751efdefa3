namespace NotifierGen.Generator.Tests.Models;

/// <summary>An event and, where it has phases, one of them.</summary>
internal sealed record Moment(MigrationEvent Event, Phase Phase = Phase.BeforeVmStart)
{
    /// <summary>All, in the order in which tables list them.</summary>
    public static IReadOnlyList<Moment> All { get; } =
    [
        new(MigrationEvent.Setup), new(MigrationEvent.PostcopyStart), new(MigrationEvent.Done),
        new(MigrationEvent.Failed), new(MigrationEvent.Failed, Phase.AfterVmStart),
        new(MigrationEvent.Reclaimed), new(MigrationEvent.Reclaimed, Phase.AfterVmStart),
        new(MigrationEvent.IncomingSetup),
        new(MigrationEvent.IncomingDone), new(MigrationEvent.IncomingDone, Phase.AfterVmStart),
        new(MigrationEvent.IncomingFailed),
    ];

    public bool IsSetup => Event is MigrationEvent.Setup or MigrationEvent.IncomingSetup;

    /// <summary>Whether it undoes a Setup: last comes first.</summary>
    public bool IsMirrored => Event is MigrationEvent.Failed or MigrationEvent.IncomingFailed;

    public bool HasPhases => Event is MigrationEvent.Failed or MigrationEvent.Reclaimed or MigrationEvent.IncomingDone;
}

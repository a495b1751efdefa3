namespace NotifierGen.Samples.Tests.Devices;

/// <summary>A device that refuses or throws where the test wants it to, after all sample devices or before them.</summary>
internal sealed class Saboteur
{
    private const int First = -1000;
    private const int Last = 1000;

    public bool RefusesFirst { get; set; }

    public bool RefusesLast { get; set; }

    public bool Throws { get; set; }

    [OnMigrationEvent(Setup, Modes = MigrationMode.All, Order = First)]
    [OnMigrationEvent(IncomingSetup, Modes = MigrationMode.All, Order = First)]
    public SetupResult SetUpFirst() => RefusesFirst ? SetupResult.Refuse("sabotage, first") : SetupResult.Accept;

    [OnMigrationEvent(Setup, Modes = MigrationMode.All, Order = Last)]
    [OnMigrationEvent(IncomingSetup, Modes = MigrationMode.All, Order = Last)]
    public SetupResult SetUpLast() => RefusesLast ? SetupResult.Refuse("sabotage, last") : SetupResult.Accept;

    [OnMigrationEvent(PostcopyStart, Modes = MigrationMode.All, Order = First)]
    [OnMigrationEvent(Done, Modes = MigrationMode.All, Order = First)]
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, Modes = MigrationMode.All, Order = First)]
    [OnMigrationEvent(Failed, Phase.AfterVmStart, Modes = MigrationMode.All, Order = First)]
    [OnMigrationEvent(Reclaimed, Phase.BeforeVmStart, Modes = MigrationMode.All, Order = First)]
    [OnMigrationEvent(IncomingDone, Phase.BeforeVmStart, Modes = MigrationMode.All, Order = First)]
    [OnMigrationEvent(IncomingFailed, Modes = MigrationMode.All, Order = First)]
    public void ThrowFirst() => Throw();

    // Between the two rows of the VFIO devices.
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, Modes = MigrationMode.All, Order = 1)]
    [OnMigrationEvent(Reclaimed, Phase.BeforeVmStart, Modes = MigrationMode.All, Order = 1)]
    [OnMigrationEvent(IncomingDone, Phase.BeforeVmStart, Modes = MigrationMode.All, Order = 1)]
    public void ThrowBetween() => Throw();

    private void Throw()
    {
        if (Throws)
        {
            throw new InvalidOperationException("sabotage");
        }
    }
}

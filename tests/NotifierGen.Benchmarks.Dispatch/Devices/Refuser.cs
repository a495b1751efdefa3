namespace NotifierGen.Benchmarks.Dispatch.Devices;

/// <summary>Refuses, after every device of the boards has accepted.</summary>
public sealed class Refuser
{
    [OnMigrationEvent(Setup, Order = 1)]
    public SetupResult OnSetup() => SetupResult.Refuse("There is a passthrough device.");
}

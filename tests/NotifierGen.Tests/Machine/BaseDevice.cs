namespace NotifierGen.Tests.Machine;

/// <summary>A base with rows of its own; its instances are in two lists when a derived class has handlers as well.</summary>
internal class BaseDevice(List<string> log, string name)
{
    public Probe Probe { get; } = new(log, name);

    [OnMigrationEvent(Setup)]
    internal virtual SetupResult OnBaseSetup(in MigrationContext context) => Probe.Asked("baseS", in context);

    [OnMigrationEvent(Failed)]
    internal virtual void OnBaseFailed(in MigrationContext context) => Probe.Called("baseF", in context);
}

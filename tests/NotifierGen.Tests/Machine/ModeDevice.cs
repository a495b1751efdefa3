namespace NotifierGen.Tests.Machine;

/// <summary>Has Setup in normal mode only, but Failed in all modes.</summary>
internal sealed class ModeDevice(List<string> log, string name)
{
    public Probe Probe { get; } = new(log, name);

    [OnMigrationEvent(Setup)]
    internal void OnSetup(in MigrationContext context) => Probe.Called("S", in context);

    [OnMigrationEvent(Failed, Modes = MigrationMode.All)]
    internal void OnFailed(in MigrationContext context) => Probe.Called("F", in context);
}

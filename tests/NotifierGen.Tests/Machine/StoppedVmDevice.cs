namespace NotifierGen.Tests.Machine;

/// <summary>Its Failed handler needs stopped vCPUs; it is paired with a Setup handler.</summary>
internal sealed class StoppedVmDevice(List<string> log, string name)
{
    public Probe Probe { get; } = new(log, name);

    [OnMigrationEvent(Setup)]
    internal SetupResult OnSetup(in MigrationContext context) => Probe.Asked("S", in context);

    [OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true)]
    internal void OnFailed(in MigrationContext context) => Probe.Called(context.VcpusStopped ? "F" : "F(n)", in context);
}

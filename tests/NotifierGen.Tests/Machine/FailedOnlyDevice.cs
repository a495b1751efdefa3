namespace NotifierGen.Tests.Machine;

/// <summary>Has no Setup handler: takes part whenever it is registered.</summary>
internal sealed class FailedOnlyDevice(List<string> log, string name)
{
    public Probe Probe { get; } = new(log, name);

    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    internal void OnFailed(in MigrationContext context) => Probe.Called(context.VcpusStopped ? "F" : "F(n)", in context);

    [OnMigrationEvent(IncomingFailed)]
    internal void OnIncomingFailed(in MigrationContext context) => Probe.Called("IF", in context);
}

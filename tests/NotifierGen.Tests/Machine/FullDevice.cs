namespace NotifierGen.Tests.Machine;

/// <summary>Handles every event of both sides, in every mode.</summary>
internal sealed partial class FullDevice(List<string> log, string name)
{
    public Probe Probe { get; } = new(log, name);

    [OnMigrationEvent(Setup, Modes = MigrationMode.All)]
    private SetupResult OnSetup(in MigrationContext context) => Probe.Asked("S", in context);

    [OnMigrationEvent(PostcopyStart, Modes = MigrationMode.All)]
    private void OnPostcopyStart(in MigrationContext context) => Probe.Called("P", in context);

    [OnMigrationEvent(Done, Modes = MigrationMode.All)]
    private void OnDone(in MigrationContext context) => Probe.Called(context.VcpusStopped ? "D" : "D(n)", in context);

    [OnMigrationEvent(Failed, Phase.BeforeVmStart, Modes = MigrationMode.All)]
    private void OnFailed(in MigrationContext context) => Probe.Called(context.VcpusStopped ? "F" : "F(n)", in context);

    [OnMigrationEvent(Failed, Phase.AfterVmStart, Modes = MigrationMode.All)]
    private void OnFailedAfter(in MigrationContext context) => Probe.Called("f", in context);

    [OnMigrationEvent(Reclaimed, Modes = MigrationMode.All)]
    private void OnReclaimed(in MigrationContext context) => Probe.Called("R", in context);

    [OnMigrationEvent(Reclaimed, Phase.AfterVmStart, Modes = MigrationMode.All)]
    private void OnReclaimedAfter(in MigrationContext context) => Probe.Called("r", in context);

    [OnMigrationEvent(IncomingSetup, Modes = MigrationMode.All)]
    private SetupResult OnIncomingSetup(in MigrationContext context) => Probe.Asked("IS", in context);

    [OnMigrationEvent(IncomingDone, Modes = MigrationMode.All)]
    private void OnIncomingDone(in MigrationContext context) => Probe.Called("ID", in context);

    [OnMigrationEvent(IncomingDone, Phase.AfterVmStart, Modes = MigrationMode.All)]
    private void OnIncomingDoneAfter(in MigrationContext context) => Probe.Called("id", in context);

    [OnMigrationEvent(IncomingFailed, Modes = MigrationMode.All)]
    private void OnIncomingFailed(in MigrationContext context) => Probe.Called("IF", in context);
}

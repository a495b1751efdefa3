namespace Emulator.Story;

/// <summary>
/// Sits on the board like a device and is told every event first, so that what devices do under it is written down under its name. It learns in
/// this way, and in no other, also of the rollback after a refusal and of whether the vCPUs stand still.
/// </summary>
/// <param name="chronicle">Where to write it down.</param>
internal sealed partial class NotificationWitness(Chronicle chronicle)
{
    /// <summary>What is written down of the VM where it runs, and was not started just now.</summary>
    public const string GuestRuns = "the guest runs";

    private const int First = int.MinValue;

    [OnMigrationEvent(Setup, Modes = MigrationMode.All, Order = First)]
    [OnMigrationEvent(PostcopyStart, Modes = MigrationMode.All, Order = First)]
    [OnMigrationEvent(Done, Modes = MigrationMode.All, Order = First)]
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, Modes = MigrationMode.All, Order = First)]
    [OnMigrationEvent(Failed, Phase.AfterVmStart, Modes = MigrationMode.All, Order = First)]
    [OnMigrationEvent(Reclaimed, Phase.BeforeVmStart, Modes = MigrationMode.All, Order = First)]
    [OnMigrationEvent(Reclaimed, Phase.AfterVmStart, Modes = MigrationMode.All, Order = First)]
    [OnMigrationEvent(IncomingSetup, Modes = MigrationMode.All, Order = First)]
    [OnMigrationEvent(IncomingDone, Phase.BeforeVmStart, Modes = MigrationMode.All, Order = First)]
    [OnMigrationEvent(IncomingDone, Phase.AfterVmStart, Modes = MigrationMode.All, Order = First)]
    [OnMigrationEvent(IncomingFailed, Modes = MigrationMode.All, Order = First)]
    private void Witness(in MigrationContext context)
    {
        chronicle.Stage = NameOf(context);
        string vm = context switch
        {
            { VmStarted: true } => "the VM was started",
            { VmWillStart: true } => "the vCPUs stand still, the VM will start",
            { Event: Failed or Reclaimed, Phase: Phase.BeforeVmStart, VcpusStopped: true } => "the vCPUs stand still, the VM will not start",
            { Event: Failed or Reclaimed, VcpusStopped: true } => "the VM was not started",
            { VcpusStopped: true } => "the vCPUs stand still",
            _ => GuestRuns,
        };
        chronicle.AddNotification(context.Failure is { } failure && context.Phase == Phase.BeforeVmStart ? $"{vm}; {failure}" : vm, context);
    }

    /// <summary>The name of a notification.</summary>
    public static string NameOf(in MigrationContext context) => (context.Event, context.Phase) switch
    {
        (Setup, _) => "SETUP",
        (PostcopyStart, _) => "POSTCOPY START",
        (Done, _) => "DONE",
        (Failed, Phase.BeforeVmStart) => "FAILED before VM start",
        (Failed, _) => "FAILED after VM start",
        (Reclaimed, Phase.BeforeVmStart) => "RECLAIMED before VM start",
        (Reclaimed, _) => "RECLAIMED after VM start",
        (IncomingSetup, _) => "INCOMING SETUP",
        (IncomingDone, Phase.BeforeVmStart) => "INCOMING DONE before VM start",
        (IncomingDone, _) => "INCOMING DONE after VM start",
        (IncomingFailed, _) => "INCOMING FAILED",
        _ => context.Event.ToString(),
    };
}

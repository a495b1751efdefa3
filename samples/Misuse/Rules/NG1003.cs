namespace Misuse.Rules.Deferred;

public sealed class Reset(Cpu cpu)
{
    // The vCPUs stand while this handler runs, and no longer.
    [OnMigrationEvent(Failed, RequiresStoppedVm = true)]
    public void ResetSoon() => Task.Run(() => cpu.Reset()); // NG1003
}

namespace Misuse.Rules.Arguments;

public sealed class Vhost
{
    // Once the VM was started, nothing stops it for this handler.
    [OnMigrationEvent(Failed, Phase.AfterVmStart, RequiresStoppedVm = true)] // NG0008
    public void UnmapRings() { }
}

namespace Misuse.Rules.Reachability;

public sealed class Nic
{
    // The row would have to stand inside the class, which is not partial.
    [OnMigrationEvent(Failed)]
    private void PlugBack() { } // NG0002
}

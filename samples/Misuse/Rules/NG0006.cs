namespace Misuse.Rules.Types;

public struct Timer
{
    // Registering a struct would box a copy, and the handler would rearm that.
    [OnMigrationEvent(Reclaimed)]
    public void Rearm() { } // NG0006
}

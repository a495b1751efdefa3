namespace Misuse.Rules.Blocking;

public sealed class Backend(Task stopped)
{
    // The guest stands still until the last of these handlers has returned.
    [OnMigrationEvent(Failed)]
    public void Disconnect()
    {
        stopped.Wait(); // NG1007
        File.AppendAllText("migration.log", "disconnected"); // NG1007
    }
}

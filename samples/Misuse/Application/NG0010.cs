namespace Misuse.Application;

public sealed class Nic
{
    // Nobody calls this: the application has no [DispatchTable] class.
    [OnMigrationEvent(Failed)]
    public void PlugBack() => Console.WriteLine("plugged back"); // NG0010
}

public static class Program
{
    public static void Main() => Console.WriteLine("No migration calls a handler here.");
}

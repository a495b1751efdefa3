namespace Misuse.Namesake;

public sealed class Nic
{
    [OnMigrationEvent(Failed)]
    public void PlugBack() => Console.WriteLine("plugged back");
}

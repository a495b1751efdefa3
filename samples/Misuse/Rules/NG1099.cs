namespace Misuse.Rules.Undecided;

public sealed class Fan(Action reset)
{
    private readonly Action _reset = reset;

    // Who creates the device decides what this does to the VM.
    [OnMigrationEvent(Failed)]
    public void Restart() => _reset(); // NG1099
}

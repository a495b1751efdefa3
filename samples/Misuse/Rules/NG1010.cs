namespace Misuse.Rules.WhileItRuns;

public sealed class NestedGuests(Cpu cpu)
{
    // A migration begins while the guest runs; half of what is read here is old.
    [OnMigrationEvent(Setup)]
    public SetupResult Check() => cpu.Halted ? SetupResult.Accept : SetupResult.Refuse("a nested guest runs"); // NG1010
}

namespace Misuse.Rules.Signature;

public sealed class Nic
{
    // The dispatch does not wait: the VM would start while the NIC is still being plugged.
    [OnMigrationEvent(Failed)]
    public async Task PlugBack() => await Task.Yield(); // NG0001

    // Only Setup may refuse.
    [OnMigrationEvent(Done)]
    public SetupResult OnDone(in MigrationContext context) => SetupResult.Refuse("too late"); // NG0001
}

namespace NotifierGen.Benchmarks.Dispatch.Devices.Inlinable;

/// <summary>Handles Setup and Done, with handlers that the JIT can inline.</summary>
public sealed class InlinableB : IBoardDevice
{
    private int _calls;

    public int Calls => _calls;

    [OnMigrationEvent(Setup)]
    public SetupResult OnSetup() => _calls >= 0 ? SetupResult.Accept : SetupResult.Refuse("The count ran over.");

    [OnMigrationEvent(Done)]
    public void OnDone() => _calls++;
}

namespace NotifierGen.Benchmarks.Dispatch.Devices.Inlinable;

/// <summary>Handles Done, with handlers that the JIT can inline.</summary>
public sealed class InlinableH : IBoardDevice
{
    private int _calls;

    public int Calls => _calls;

    [OnMigrationEvent(Done)]
    public void OnDone(in MigrationContext context) => _calls++;
}

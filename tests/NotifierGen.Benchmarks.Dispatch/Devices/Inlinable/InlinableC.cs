namespace NotifierGen.Benchmarks.Dispatch.Devices.Inlinable;

/// <summary>Handles Failed, with handlers that the JIT can inline.</summary>
public sealed class InlinableC : IFailedHandler
{
    private int _calls;

    public int Calls => _calls;

    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public void OnFailed(in MigrationContext context) => _calls++;
}

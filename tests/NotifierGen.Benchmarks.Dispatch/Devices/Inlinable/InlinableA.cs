namespace NotifierGen.Benchmarks.Dispatch.Devices.Inlinable;

/// <summary>Handles Setup and Failed, with handlers that the JIT can inline.</summary>
public sealed class InlinableA : IFailedHandler
{
    private int _calls;

    public int Calls => _calls;

    [OnMigrationEvent(Setup)]
    public SetupResult OnSetup() => _calls >= 0 ? SetupResult.Accept : SetupResult.Refuse("The count ran over.");

    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public void OnFailed(in MigrationContext context) => _calls++;
}

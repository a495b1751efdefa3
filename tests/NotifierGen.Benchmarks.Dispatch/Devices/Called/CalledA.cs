using System.Runtime.CompilerServices;

namespace NotifierGen.Benchmarks.Dispatch.Devices.Called;

/// <summary>Handles Setup and Failed, with handlers that are real calls.</summary>
public sealed class CalledA : IFailedHandler
{
    private int _calls;

    public int Calls => _calls;

    [OnMigrationEvent(Setup)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public SetupResult OnSetup() => _calls >= 0 ? SetupResult.Accept : SetupResult.Refuse("The count ran over.");

    [OnMigrationEvent(Failed, Phase.AfterVmStart)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void OnFailed(in MigrationContext context) => _calls++;
}

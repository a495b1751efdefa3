using System.Runtime.CompilerServices;

namespace NotifierGen.Benchmarks.Dispatch.Devices.Called;

/// <summary>Handles Setup and Done, with handlers that are real calls.</summary>
public sealed class CalledB : IBoardDevice
{
    private int _calls;

    public int Calls => _calls;

    [OnMigrationEvent(Setup)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public SetupResult OnSetup() => _calls >= 0 ? SetupResult.Accept : SetupResult.Refuse("The count ran over.");

    [OnMigrationEvent(Done)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void OnDone() => _calls++;
}

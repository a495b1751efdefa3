using System.Runtime.CompilerServices;

namespace NotifierGen.Benchmarks.Dispatch.Devices.Called;

/// <summary>Handles Done, with handlers that are real calls.</summary>
public sealed class CalledD : IBoardDevice
{
    private int _calls;

    public int Calls => _calls;

    [OnMigrationEvent(Done)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void OnDone(in MigrationContext context) => _calls++;
}

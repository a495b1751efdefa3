using System.Runtime.CompilerServices;

namespace NotifierGen.Benchmarks.Dispatch.Devices.Called;

/// <summary>Handles Failed, with handlers that are real calls.</summary>
public sealed class CalledG : IFailedHandler
{
    private int _calls;

    public int Calls => _calls;

    [OnMigrationEvent(Failed, Phase.AfterVmStart)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void OnFailed(in MigrationContext context) => _calls++;
}

namespace NotifierGen.Benchmarks.Dispatch.Devices;

/// <summary>A device that handles Failed, as the peers that call through an interface see it.</summary>
public interface IFailedHandler : IBoardDevice
{
    void OnFailed(in MigrationContext context);
}

namespace NotifierGen.Tests.Machine;

/// <summary>Counts its calls; used from several threads, dispatched by one.</summary>
internal sealed class CountingDevice
{
    public int Calls { get; private set; }

    [OnMigrationEvent(Done, Modes = MigrationMode.CprTransfer)]
    internal void OnDone() => Calls++;
}

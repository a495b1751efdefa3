namespace Devices;

/// <summary>A device with an address that switches have to learn anew when its guest has moved.</summary>
public interface INetworkAnnouncer
{
    /// <summary>
    /// Announces the address (a gratuitous ARP), if the VM was really started here: announcing a guest that stays stopped would draw its traffic into the void.
    /// </summary>
    [OnMigrationEvent(IncomingDone, Phase.AfterVmStart)]
    void Announce(in MigrationContext context);
}

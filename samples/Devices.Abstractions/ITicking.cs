namespace Devices;

/// <summary>A device that does something of its own accord.</summary>
public interface ITicking
{
    /// <summary>Lets the device do a little work. Called by the machine's device thread again and again, also while the vCPUs are stopped.</summary>
    void Tick();
}

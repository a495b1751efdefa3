namespace Devices;

/// <summary>What a device may ask of the machine it sits on. Every member may be used from any thread.</summary>
public interface IMachine
{
    /// <summary>Whether vCPUs may run.</summary>
    [VmStoppedWhen(false)]
    bool VcpusRunning { get; }

    /// <summary>What the guest's operating system has done with the machine.</summary>
    GuestPower GuestPower { get; }

    /// <summary>The guest's RAM.</summary>
    IGuestMemory Memory { get; }

    /// <summary>Where devices say what they do.</summary>
    IDeviceLog Log { get; }
}

namespace Devices;

/// <summary>What the guest's operating system has done with its machine.</summary>
public enum GuestPower
{
    /// <summary>It is up.</summary>
    On,

    /// <summary>It has suspended itself to RAM: its drivers have quiesced every device.</summary>
    Suspended,
}

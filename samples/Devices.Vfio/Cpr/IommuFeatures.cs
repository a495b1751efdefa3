namespace Devices.Vfio;

/// <summary>What the host's kernel can do with the DMA of a running device.</summary>
[Flags]
public enum IommuFeatures
{
    /// <summary>Nothing of this.</summary>
    None = 0,

    /// <summary>Legacy containers: take the addresses of mapped memory away and give new ones.</summary>
    UpdateAddresses = 1,

    /// <summary>iommufd: charge pinned memory to another process.</summary>
    ChangeProcess = 2,
}

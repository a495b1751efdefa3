namespace Devices.Vfio;

/// <summary>A piece of guest RAM that devices may reach.</summary>
/// <param name="Address">Where devices see it.</param>
/// <param name="Length">Its length in bytes.</param>
public readonly record struct DmaMapping(ulong Address, ulong Length);

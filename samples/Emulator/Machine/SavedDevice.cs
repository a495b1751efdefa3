namespace Emulator.Machine;

/// <summary>A device's state.</summary>
/// <param name="Name">The device.</param>
/// <param name="Version">The state's version.</param>
/// <param name="Content">The state.</param>
internal sealed record SavedDevice(string Name, int Version, ReadOnlyMemory<byte> Content);

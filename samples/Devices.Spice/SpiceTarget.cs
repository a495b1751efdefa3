namespace Devices.Spice;

/// <summary>The host that viewers are to follow the guest to.</summary>
/// <param name="Host">Its name or address.</param>
/// <param name="Port">Its SPICE port.</param>
public sealed record SpiceTarget(string Host, int Port);

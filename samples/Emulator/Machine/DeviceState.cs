using Devices;

namespace Emulator.Machine;

/// <summary>Something whose state travels, and the name under which it does.</summary>
internal sealed record DeviceState(string Name, IMigratableState State);

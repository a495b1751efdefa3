using Emulator.Memory;

namespace Emulator.Host;

/// <summary>What a board stands on.</summary>
/// <param name="Process">The process.</param>
/// <param name="Ram">Where the guest's RAM is, if it is to outlive the image of the process.</param>
internal sealed record BoardHost(IHostProcess Process, RamFile? Ram);

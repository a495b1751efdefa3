using System.Buffers;

namespace Devices;

/// <summary>State that travels in the migration stream.</summary>
public interface IMigratableState
{
    /// <summary>The version that <see cref="Save"/> writes.</summary>
    int StateVersion { get; }

    /// <summary>Writes the state; the vCPUs are stopped. In the CPR modes RAM stays where it is and descriptors are handed over.</summary>
    /// <param name="mode">The mode of the migration.</param>
    /// <param name="output">Where to.</param>
    void Save(MigrationMode mode, IBufferWriter<byte> output);

    /// <summary>Takes the state over; all of it, or nothing of it if it throws. The input may be hostile.</summary>
    /// <param name="mode">The mode of the migration.</param>
    /// <param name="version">The version that the source wrote.</param>
    /// <param name="state">What the source wrote, no more and no less.</param>
    /// <exception cref="InvalidDeviceStateException">It is not a state of this device.</exception>
    void Load(MigrationMode mode, int version, ReadOnlySpan<byte> state);
}

using System.Buffers;
using Devices;

namespace Emulator.Migration.Source;

/// <summary>The state of a device that cannot prepare to be saved.</summary>
/// <param name="name">The device.</param>
internal sealed class UnpreparedState(string name) : IMigratableState
{
    public int StateVersion => throw Failure;

    private IOException Failure => new($"{name} cannot prepare to be saved (injected)");

    public void Save(MigrationMode mode, IBufferWriter<byte> output) => throw Failure;

    public void Load(MigrationMode mode, int version, ReadOnlySpan<byte> state) => throw Failure;
}

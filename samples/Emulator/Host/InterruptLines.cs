using Devices;

namespace Emulator.Host;

/// <summary>Where the interrupt controller's deliveries end: the guest has no driver for it, so they are counted.</summary>
internal sealed class InterruptLines : IMessageInterrupts
{
    private long _delivered;

    public long Delivered => Interlocked.Read(ref _delivered);

    public void Raise(int interrupt) => Interlocked.Increment(ref _delivered);
}

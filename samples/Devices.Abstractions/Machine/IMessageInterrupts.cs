namespace Devices;

/// <summary>Takes message-signalled interrupts: an interrupt controller towards devices, a vCPU's interrupt pin towards the controller.</summary>
public interface IMessageInterrupts
{
    /// <summary>Makes an interrupt pending. Any thread, vCPUs running or not; never blocks.</summary>
    /// <param name="interrupt">Which one.</param>
    void Raise(int interrupt);
}

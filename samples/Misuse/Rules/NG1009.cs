namespace Misuse.Rules.Sessions;

public sealed class Migration(MigrationDispatcher notifiers, IVirtualMachine vm, Stream destination)
{
    // If the line breaks, nobody tells the devices, and the guest stays stopped.
    public void Run(ReadOnlySpan<byte> memory)
    {
        MigrationSession session = notifiers.Begin(vm); // NG1009
        session.StopVm();
        destination.Write(memory);
        session.Complete();
    }
}

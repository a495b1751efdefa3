namespace Misuse.Rules.StartOrder;

public sealed class Migration(MigrationDispatcher notifiers, IVirtualMachine vm)
{
    // The bug QEMU had: the guest runs before its devices are put back.
    public void CleanUpAfterFailure()
    {
        vm.Start(); // NG1005
        notifiers.Notify(new MigrationContext { Event = Failed, Mode = MigrationMode.Normal });
    }
}

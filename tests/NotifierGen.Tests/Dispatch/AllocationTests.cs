using NotifierGen.Tests.Machine;
using NotifierGen.Tests.Telemetry;

namespace NotifierGen.Tests.Dispatch;

[Collection(ListenersCollection.Name)]
public class AllocationTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void DispatchAllocatesNothing(long sessionId)
    {
        TestNotifiers notifiers = new();
        for (int i = 0; i < 100; i++)
        {
            notifiers.Register(new QuietDevice());
            notifiers.Register(new QuietBase());
            notifiers.Register(new QuietDerived());
        }

        notifiers.Notify(new MigrationContext { Event = Setup, Mode = MigrationMode.CprReboot, SessionId = sessionId });
        MigrationContext context = new() { Event = Failed, Mode = MigrationMode.CprReboot, SessionId = sessionId };
        QuietDevice.Calls = 0;
        notifiers.Notify(in context);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            notifiers.Notify(in context);
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(0, allocated);
        Assert.Equal(101 * 300, QuietDevice.Calls);
    }

    [Fact]
    public void ABudgetThatIsKeptAllocatesNothing()
    {
        TestNotifiers notifiers = new();
        notifiers.Register(new BudgetDevice());
        MigrationContext context = new() { Event = Failed, Mode = MigrationMode.CprTransfer };
        notifiers.Notify(in context);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            notifiers.Notify(in context);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void ASessionAllocatesForItselfAndNotForItsDevices()
    {
        Assert.Equal(AllocatedByASession(10), AllocatedByASession(1000));
    }

    private static long AllocatedByASession(int devices)
    {
        TestNotifiers notifiers = new();
        for (int i = 0; i < devices; i++)
        {
            notifiers.Register(new QuietDevice());
        }

        QuietVm vm = new();
        MigrationFailure failure = new(MigrationFailureKind.Error, "no route");
        long allocated = 0;
        for (int i = 0; i < 3; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            using (MigrationSession session = notifiers.Begin(vm, MigrationMode.CprReboot))
            {
                session.StopVm();
                session.Fail(failure);
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return allocated;
    }

    private sealed class QuietVm : IVirtualMachine
    {
        public bool IsRunning { get; private set; } = true;

        public void Stop() => IsRunning = false;

        public void Start() => IsRunning = true;
    }
}

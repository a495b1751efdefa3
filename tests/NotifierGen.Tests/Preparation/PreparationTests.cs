using System.Runtime;
using NotifierGen.Tests.Machine;

namespace NotifierGen.Tests.Preparation;

/// <summary>What runs while the guest stands still is compiled before it does. One test after the other: what one runs, no other can see compiled.</summary>
public class PreparationTests
{
    private static long CompiledByThisThread => JitInfo.GetCompiledMethodCount(currentThread: true);

    [Fact]
    public void TheFirstFailedCompilesNothing()
    {
        TestNotifiers notifiers = new();
        PlainVm vm = new();
        notifiers.Register(new PlainDevice());
        notifiers.Register(new OverridingDevice());
        notifiers.Register(new ClosedDevice());
        notifiers.Register(new ContractDevice());
        MigrationFailure failure = new(MigrationFailureKind.Cancelled, "Test.");
        using MigrationSession session = notifiers.Begin(vm, MigrationMode.BackgroundSnapshot);
        int before = PlainDevice.Calls;
        int staticBefore = StaticDevice.Calls;
        session.StopVm();

        long compiled = CompiledByThisThread;
        DispatchReport report = session.Fail(failure);
        compiled = CompiledByThisThread - compiled;

        Assert.Equal(0, compiled);
        Assert.Empty(report.Faults);
        Assert.True(vm.IsRunning);
        Assert.Equal(7, PlainDevice.Calls - before);
        Assert.Equal(1, StaticDevice.Calls - staticBefore);
    }

    [Fact]
    public void WithoutPreparationItWouldHave()
    {
        TestNotifiers notifiers = new();
        UnpreparedDevice device = new();
        notifiers.Register(device);
        MigrationContext context = new() { Event = Done, Mode = MigrationMode.BackgroundSnapshot };

        long compiled = CompiledByThisThread;
        notifiers.Notify(in context);
        compiled = CompiledByThisThread - compiled;

        Assert.Equal(1, device.Calls);
        Assert.NotEqual(0, compiled);
    }

    [Fact]
    public void ADeviceOfAnotherClassIsPreparedByTheNextBegin()
    {
        TestNotifiers notifiers = new();
        PlainVm vm = new();
        MigrationFailure failure = new(MigrationFailureKind.Cancelled, "Test.");
        using (MigrationSession first = notifiers.Begin(vm, MigrationMode.BackgroundSnapshot))
        {
            first.Fail(failure);
        }

        LateDevice device = new();
        notifiers.Register(device);
        using MigrationSession session = notifiers.Begin(vm, MigrationMode.BackgroundSnapshot);

        long compiled = CompiledByThisThread;
        session.Fail(failure);
        compiled = CompiledByThisThread - compiled;

        Assert.Equal(1, device.Calls);
        Assert.Equal(0, compiled);
    }

    [Fact]
    public void AHandlerThatCannotBeCompiledIsAFaultOfItsOwnAndNotOfBegin()
    {
        TestNotifiers notifiers = new();
        PlainVm vm = new();
        BesideDevice beside = new();
        OpenDevice broken = BrokenDevice.Create();
        notifiers.Register(broken);
        notifiers.Register(beside);

        DispatchReport report;
        using (MigrationSession session = notifiers.Begin(vm, MigrationMode.BackgroundSnapshot))
        {
            report = session.Fail(new MigrationFailure(MigrationFailureKind.Cancelled, "Test."));
        }

        HandlerFault fault = Assert.Single(report.Faults);
        Assert.Same(broken, fault.Device);
        Assert.IsType<InvalidProgramException>(fault.Exception);
        Assert.Equal(1, beside.Calls);
        notifiers.Begin(vm, MigrationMode.BackgroundSnapshot).Dispose();
    }

    [Fact]
    public void PreparingTwiceCompilesAndAllocatesOnce()
    {
        TestNotifiers notifiers = new();
        notifiers.Register(new QuietDevice());
        notifiers.Prepare();

        long compiled = CompiledByThisThread;
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        notifiers.Prepare();
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        compiled = CompiledByThisThread - compiled;

        Assert.Equal(0, allocated);
        Assert.Equal(0, compiled);
    }

    [Fact]
    public void PreparingCallsNoHandler()
    {
        TestMachine machine = new();
        machine.AddFull("a");
        int staticCalls = StaticDevice.Calls;

        machine.Notifiers.Prepare();

        Assert.Empty(machine.Log);
        Assert.Equal(staticCalls, StaticDevice.Calls);
    }
}

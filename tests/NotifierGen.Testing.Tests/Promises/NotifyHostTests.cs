using NotifierGen.Testing.Tests.Machines;

namespace NotifierGen.Testing.Tests.Promises;

/// <summary>Hosts that raise events themselves, each with a mistake that QEMU or its like made: the promise that it breaks is named.</summary>
public class NotifyHostTests
{
    [Fact]
    public void AHostWithoutAMistakeKeepsEveryPromise()
    {
        ExplorationReport report = Explore(static (machine, vm) => new NotifyHost(machine.Notifiers, vm)).Run(cancellation: TestContext.Current.CancellationToken);

        Assert.Empty(report.NotTaken);
    }

    [Fact]
    public void AHostThatStartsTheVmFirstIsFound() =>
        AssertFound(static (machine, vm) => new StartsFirst(machine.Notifiers, vm), "FAILED comes before the VM starts", "normal/running/fails at switchover, nothing saved");

    [Fact]
    public void AHostThatForgetsThoseThatHadAcceptedIsFound() =>
        AssertFound(
            static (machine, vm) => new ForgetsRefusals(machine.Notifiers, vm),
            "Whoever takes part gets the sequence of the path",
            "normal/running/is refused | call 2, Setup NotifierGen.Testing.Tests.Machines.Switch.TurnOn on Switch#2: refuses");

    [Fact]
    public void AHostThatRaisesDoneAndThenFailedIsFound() =>
        AssertFound(static (machine, vm) => new DoneThenFailed(machine.Notifiers, vm), "A session ends once for a device", "normal/running/fails at once");

    [Fact]
    public void AHostThatRaisesFailedTwiceIsFound() =>
        AssertFound(static (machine, vm) => new FailsTwice(machine.Notifiers, vm), "A session ends once for a device", "normal/running/fails at once");

    [Fact]
    public void AHostThatMisjudgesTheVmIsFound() =>
        AssertFound(static (machine, vm) => new Misjudges(machine.Notifiers, vm), "A handler is told the truth", "normal/running/fails at once");

    [Fact]
    public void AHostThatSwallowsFaultsIsFound() =>
        AssertFound(
            static (machine, vm) => new Swallows(machine.Notifiers, vm),
            "Each fault is in the report of its step",
            "normal/running/fails at once | call 3, Failed BeforeVmStart NotifierGen.Testing.Tests.Machines.Switch.TurnOff on Switch#2: throws instead of its work");

    [Fact]
    public void AHostThatThrowsIsFound() =>
        AssertFound(static (machine, vm) => new Throws(machine.Notifiers, vm), "The host can call Complete here", "normal/running/succeeds");

    [Fact]
    public void AHostThatLetsTheVmsExceptionThroughIsFound()
    {
        MigrationViolationException violation = Assert.Throws<MigrationViolationException>(() => SwitchMachine.Explore()
            .HostedBy(static (machine, vm) => new NotifyHost(machine.Notifiers, vm))
            .RunPath("normal/running/fails at switchover, the VM does not start"));

        Assert.Equal("The host can call Fail here", violation.Promise);
        Assert.Contains("VM starts - throws", violation.Message, StringComparison.Ordinal);
    }

    private static MigrationExploration<SwitchMachine> Explore(Func<SwitchMachine, IVirtualMachine, IMigrationHost> host) =>
        SwitchMachine.Explore().HostedBy(host).Taking(NotifyHost.Takes);

    private static void AssertFound(Func<SwitchMachine, IVirtualMachine, IMigrationHost> host, string promise, string caseName)
    {
        MigrationViolationException violation = Assert.Throws<MigrationViolationException>(() => Explore(host).Run());

        Assert.StartsWith(promise, violation.Promise, StringComparison.Ordinal);
        Assert.Equal(caseName, violation.CaseName);
    }

    /// <summary>QEMU before the change.</summary>
    private sealed class StartsFirst(MigrationDispatcher notifiers, IVirtualMachine vm) : NotifyHost(notifiers, vm)
    {
        private readonly IVirtualMachine _vm = vm;

        public override IReadOnlyList<HandlerFault> Fail(MigrationFailure failure, RestartPolicy policy)
        {
            bool ran = !_vm.IsRunning && policy != RestartPolicy.Never;
            if (ran)
            {
                _vm.Start();
            }

            return [.. Raise(Failed, failure), .. Raise(Failed, failure, Phase.AfterVmStart, started: ran)];
        }
    }

    /// <summary>QEMU after the change.</summary>
    private sealed class ForgetsRefusals(MigrationDispatcher notifiers, IVirtualMachine vm) : NotifyHost(notifiers, vm)
    {
        protected override void RollBack(MigrationFailure failure)
        {
        }
    }

    /// <summary>QEMU's cpr-exec.</summary>
    private sealed class DoneThenFailed(MigrationDispatcher notifiers, IVirtualMachine vm) : NotifyHost(notifiers, vm)
    {
        public override IReadOnlyList<HandlerFault> Fail(MigrationFailure failure, RestartPolicy policy) => [.. Raise(Done), .. base.Fail(failure, policy)];
    }

    /// <summary>QEMU, when postcopy does not start.</summary>
    private sealed class FailsTwice(MigrationDispatcher notifiers, IVirtualMachine vm) : NotifyHost(notifiers, vm)
    {
        public override IReadOnlyList<HandlerFault> Fail(MigrationFailure failure, RestartPolicy policy) => [.. Raise(Failed, failure), .. base.Fail(failure, policy)];
    }

    private sealed class Misjudges(MigrationDispatcher notifiers, IVirtualMachine vm) : NotifyHost(notifiers, vm)
    {
        protected override MigrationContext Context(MigrationEvent raised) => base.Context(raised) with { VcpusStopped = raised != Setup };
    }

    private sealed class Swallows(MigrationDispatcher notifiers, IVirtualMachine vm) : NotifyHost(notifiers, vm)
    {
        public override IReadOnlyList<HandlerFault> Fail(MigrationFailure failure, RestartPolicy policy)
        {
            base.Fail(failure, policy);
            return [];
        }
    }

    private sealed class Throws(MigrationDispatcher notifiers, IVirtualMachine vm) : NotifyHost(notifiers, vm)
    {
        public override IReadOnlyList<HandlerFault> Complete() => throw new InvalidOperationException("no");
    }
}

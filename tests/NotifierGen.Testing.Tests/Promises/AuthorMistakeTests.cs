using NotifierGen.Testing.Tests.Machines;

namespace NotifierGen.Testing.Tests.Promises;

/// <summary>Mistakes of those who write devices, VMs and machines.</summary>
public class AuthorMistakeTests
{
    [Fact]
    public void AMachineWithoutAMistakeKeepsEveryPromise()
    {
        ExplorationReport report = SwitchMachine.Explore()
            .Invariant("no switch is left on", static machine => machine.Switches.TrueForAll(static device => !device.IsOn))
            .Unplugging(static (machine, device) => machine.Remove((Switch)device))
            .Adding("another switch", static machine => machine.Add())
            .Run(cancellation: TestContext.Current.CancellationToken);

        Assert.Empty(report.NotTaken);
        Assert.Equal(MigrationPaths.All.Count, report.Paths);
    }

    [Fact]
    public void AMachineWithoutDevicesTakesEveryPathButRefusals()
    {
        ExplorationReport report = MigrationExplorer.Run(static () => new SwitchMachine(switches: 0));

        // Static handlers of the sample devices in the table can refuse in one mode, devices in none.
        Assert.All(report.NotTaken, static path => Assert.EndsWith("is refused", path, StringComparison.Ordinal));
        Assert.Equal(MigrationPaths.All.Count(static path => path.IsRefused && path.Mode != MigrationMode.CprExec || path is { IsRefused: true, IsIncoming: true, Mode: MigrationMode.CprExec }), report.NotTaken.Count);
    }

    [Fact]
    public void AHandlerThatThrowsIsFound() => AssertFound(
        static (_, _, context) =>
        {
            if (context.Event == Failed)
            {
                throw new InvalidOperationException("too late");
            }
        },
        "No handler throws by itself",
        "normal/running/fails at once");

    [Fact]
    public void AHandlerThatStartsTheVmIsFound() => AssertFound(
        static (machine, _, context) =>
        {
            if (context is { Event: Failed, VmWillStart: true })
            {
                machine.Vm.Start();
            }
        },
        "Only the host stops and starts the VM",
        "normal/running/fails at switchover, nothing saved");

    [Fact]
    public void AVmThatDoesNotStopIsFound() => AssertFound(
        static (machine, _, context) => machine.SwitchVm.IgnoresStop = context.Event == Setup,
        "The host can call StopVm here",
        "normal/running/fails at switchover, nothing saved");

    [Fact]
    public void AVmThatDoesNotStartIsFound() => AssertFound(
        static (machine, _, context) => machine.SwitchVm.IgnoresStart = context.Event == Failed,
        "The guest runs at the end if, and only if, it is to",
        "normal/running/fails at switchover, nothing saved");

    [Fact]
    public void AMachineThatIsNotTheSameTwiceIsFound()
    {
        int machines = 0;
        MigrationExploration<SwitchMachine> exploration = MigrationExplorer.For(() => new SwitchMachine(1 + (Interlocked.Increment(ref machines) % 3))).OnThreads(1);

        MigrationViolationException violation = Assert.Throws<MigrationViolationException>(() => exploration.RunPath("normal/running/fails at once"));

        Assert.StartsWith("The machine does the same in every run", violation.Promise, StringComparison.Ordinal);
    }

    [Fact]
    public void ABrokenInvariantOfTheMachineIsFoundAtRest()
    {
        MigrationViolationException violation = Assert.Throws<MigrationViolationException>(() => SwitchMachine.Explore()
            .During(HostCall.Iterate, static machine => machine.Add())
            .Invariant("the machine does not grow", static machine => machine.Switches.Count == 2)
            .Run());

        Assert.Equal("the machine does not grow", violation.Promise);
        Assert.Equal("normal/running/fails while iterating", violation.CaseName);
        Assert.Contains("after Fail(Error): it does not hold", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ABrokenInvariantOfADeviceNamesIt()
    {
        MigrationViolationException violation = Assert.Throws<MigrationViolationException>(() => SwitchMachine.Explore()
            .NamingDevices(static _ => "the switch")
            .DeviceInvariants<Switch>("a switch is on during a migration only", static (device, moment) => moment.IsMigrating && device.IsOn ? ["it is on"] : [])
            .Run());

        Assert.Equal("a switch is on during a migration only", violation.Promise);
        Assert.Contains("after Begin: it is on", violation.Message, StringComparison.Ordinal);
        Assert.Contains("on the switch", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnInvariantThatThrowsIsTold()
    {
        MigrationViolationException violation = Assert.Throws<MigrationViolationException>(() => SwitchMachine.Explore()
            .Invariant("impossible", static _ => throw new InvalidOperationException("cannot say"))
            .Run());

        Assert.IsType<InvalidOperationException>(violation.InnerException);
        Assert.Contains("cannot say", violation.Message, StringComparison.Ordinal);
    }

    /// <summary>A device whose handler needs another one's work is found where that one throws.</summary>
    [Fact]
    public void ADeviceThatDependsOnAnotherOnesHandlerIsFound()
    {
        MigrationExploration<SwitchMachine> exploration = MigrationExplorer.For(static () =>
        {
            SwitchMachine machine = new(switches: 1);
            bool isReady = false;
            Switch last = machine.Add();
            last.Acts = (_, context) => isReady |= context is { Event: Failed, Phase: Phase.BeforeVmStart };
            machine.Switches[0].Acts = (_, context) => Assert.True(isReady || context is not { Event: Failed, Phase: Phase.BeforeVmStart });
            return machine;
        });

        MigrationViolationException violation = Assert.Throws<MigrationViolationException>(() => exploration.Run());

        Assert.StartsWith("No handler throws by itself", violation.Promise, StringComparison.Ordinal);
        Assert.EndsWith("on Switch#2: refuses", violation.CaseName, StringComparison.Ordinal);
    }

    /// <summary>Each path is taken a second time without an observer, and nothing is different then.</summary>
    [Theory]
    [InlineData("start", "without an observer the guest stands still at the end")]
    [InlineData("stop", "The host can call StopVm here")]
    [InlineData("invariant", "odd: after Begin: it does not hold")]
    public void AMachineThatIsDifferentWhenNobodyLooksOnIsFound(string mistake, string said)
    {
        int machines = 0;
        MigrationExploration<SwitchMachine> exploration = MigrationExplorer.For(() =>
        {
            SwitchMachine machine = new();
            bool isSecond = ++machines % 2 == 0;
            machine.Switches[0].Acts = (_, context) =>
            {
                machine.SwitchVm.IgnoresStart = isSecond && mistake == "start" && context.Event == Failed;
                machine.SwitchVm.IgnoresStop = isSecond && mistake == "stop";
                if (isSecond && mistake == "invariant")
                {
                    machine.Add();
                }
            };
            return machine;
        }).OnThreads(1).Invariant("odd", (machine, moment) => machine.Switches.Count == 2 || moment.Step is not { Call: HostCall.Begin });

        MigrationViolationException violation = Assert.Throws<MigrationViolationException>(() => exploration.RunPath("normal/running/fails at switchover"));

        Assert.Equal("It makes no difference whether anybody looks on", violation.Promise);
        Assert.Contains(said, violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMachineThatCannotBeMadeSaysWhy() => Assert.Equal(
        "no board",
        Assert.Throws<NotSupportedException>(() => MigrationExplorer.Run<SwitchMachine>(static () => throw new NotSupportedException("no board"))).Message);

    private static void AssertFound(Action<SwitchMachine, Switch, MigrationContext> acts, string promise, string caseName)
    {
        MigrationViolationException violation = Assert.Throws<MigrationViolationException>(() => SwitchMachine.Explore(acts).Run());

        Assert.StartsWith(promise, violation.Promise, StringComparison.Ordinal);
        Assert.Equal(caseName, violation.CaseName);
    }
}

using NotifierGen.Testing.Tests.Machines;

namespace NotifierGen.Testing.Tests.Explorations;

public class ExplorationTests
{
    /// <summary>As an author writes it: a test for each path.</summary>
    [Theory]
    [MemberData(nameof(MigrationPaths.TheoryData), MemberType = typeof(MigrationPaths))]
    public void EveryPathIsATest(string path)
    {
        ExplorationReport report = SwitchMachine.Explore().RunPath(path);

        Assert.Equal(1, report.Paths);
        Assert.Empty(report.NotTaken);
    }

    [Fact]
    public void WhatIsFoundIsTheSameOnAnyNumberOfThreads()
    {
        string Find(int threads) => Assert.Throws<MigrationViolationException>(() => Broken().OnThreads(threads).Run()).Message;

        string one = Find(1);

        Assert.All(Enumerable.Range(0, 10), _ => Assert.Equal(one, Find(8)));
    }

    [Fact]
    public void TheMessageTellsTheWholeStory()
    {
        MigrationViolationException violation = Assert.Throws<MigrationViolationException>(() => Broken().Run());

        Assert.Equal(
            """
            no switch is left on: after Fail(Error): it does not hold

            case: normal/running/fails at switchover, nothing saved
                 1  host: Begin
                 2    Setup (guest runs): NotifierGen.Testing.Tests.Machines.Switch.TurnOn on Switch#1
                 3    Setup (guest runs): NotifierGen.Testing.Tests.Machines.Switch.TurnOn on Switch#2
                 4  host: Iterate
                 5  host: StopVm
                 6    VM stops
                 7  host: Fail(Error)
                 8    Failed BeforeVmStart: NotifierGen.Testing.Tests.Machines.Switch.TurnOff on Switch#2
                 9    Failed BeforeVmStart: NotifierGen.Testing.Tests.Machines.Switch.TurnOff on Switch#1
                10    VM starts
                11    Failed AfterVmStart (guest runs): NotifierGen.Testing.Tests.Machines.Switch.Note on Switch#2
             >  12    Failed AfterVmStart (guest runs): NotifierGen.Testing.Tests.Machines.Switch.Note on Switch#1
               end: the guest runs
            promised for a device with every handler: S stop F run f
            replay: .Replay("normal/running/fails at switchover, nothing saved")
            """.ReplaceLineEndings("\n"),
            violation.Message);
    }

    [Fact]
    public void ACaseIsReplayedByItsName()
    {
        MigrationExploration<SwitchMachine> exploration = SwitchMachine.Explore(static (_, _, context) =>
        {
            // Only where another one threw: found in a disturbed run.
            if (context is { Event: Failed, Phase: Phase.AfterVmStart, VmStarted: false, VcpusStopped: true, Failure.Kind: MigrationFailureKind.Error })
            {
                throw new InvalidOperationException("unexpected");
            }
        }).Taking(static path => path.Name == "normal/running/fails at switchover, kept stopped on a fault");
        MigrationViolationException found = Assert.Throws<MigrationViolationException>(() => exploration.Run());
        Assert.Contains(" | ", found.CaseName, StringComparison.Ordinal);

        MigrationViolationException replayed = Assert.Throws<MigrationViolationException>(() => exploration.Replay(found.CaseName));

        // But for the stack of what was thrown.
        Assert.Equal(found.Promise, replayed.Promise);
        Assert.Equal(found.Transcript.ToString(), replayed.Transcript.ToString());
    }

    [Fact]
    public void AReplayThatBreaksNothingTellsWhatHappened()
    {
        Transcript transcript = SwitchMachine.Explore().Replay("normal/running/postcopy succeeds");

        Assert.Equal("S stop P D", transcript.ToSequence());
        Assert.False(transcript.GuestRuns);
        Assert.Equal("normal/running/postcopy succeeds", transcript.Name);
    }

    [Fact]
    public void UnknownNamesAreTold()
    {
        Assert.Contains("There is no path 'x'", Assert.Throws<ArgumentException>(() => SwitchMachine.Explore().Replay("x | y")).Message, StringComparison.Ordinal);
        Assert.Contains("has no case", Assert.Throws<ArgumentException>(() => SwitchMachine.Explore().Replay("normal/running/succeeds | call 99: throws")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SwitchMachine.Explore().RunPath("y"));
    }

    [Fact]
    public void EachPathIsReportedOnce()
    {
        List<ExplorationProgress> seen = [];
        SwitchMachine.Explore().Taking(static path => path.Mode == MigrationMode.CprReboot).Run(new Recorder(seen));

        int total = MigrationPaths.All.Count(static path => path.Mode == MigrationMode.CprReboot);
        Assert.Equal(total, seen.Select(static progress => progress.Path.Name).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, total), seen.Select(static progress => progress.Completed).Order());
        Assert.All(seen, progress => Assert.Equal(total, progress.Total));
    }

    [Fact]
    public void ACancelledExplorationEnds()
    {
        using CancellationTokenSource source = new();
        int machines = 0;
        MigrationExploration<SwitchMachine> exploration = MigrationExplorer.For(() =>
        {
            if (Interlocked.Increment(ref machines) == 400)
            {
                source.Cancel();
            }

            return new SwitchMachine();
        });

        Assert.ThrowsAny<OperationCanceledException>(() => exploration.Run(cancellation: source.Token));
        Assert.InRange(machines, 400, 450);
    }

    [Fact]
    public void EachRefusalAndEachExceptionIsACaseOfItsOwn()
    {
        List<string> cases = [];
        SwitchMachine.Explore().OnThreads(1).Taking(static path => path.Name is "normal/running/is refused" or "normal/running/fails at once")
            .AfterEachStep((machine, moment) => cases.Add($"{moment.Step}"))
            .Run();

        // Two phases; two switches that can refuse, by answer and by exception; two rows of Failed with two calls each, thrown in at both ends.
        ExplorationReport refused = SwitchMachine.Explore().RunPath("normal/running/is refused");
        Assert.Equal(4, refused.Runs);
        Assert.NotEmpty(cases);
        ExplorationReport failed = SwitchMachine.Explore().RunPath("normal/running/fails at once");
        int undisturbed = 1, thrown = 4 * 2, changesAtCalls = 6 * 2 * 2, changesBeforeSteps = 2 * 2;
        Assert.Equal(undisturbed + thrown + changesAtCalls + changesBeforeSteps, failed.Runs);
    }

    [Fact]
    public void AMachineNeedNotKnowThisLibrary()
    {
        ExplorationReport report = MigrationExplorer.For(static path => (Notifiers: new SwitchNotifiers(), Vm: new SwitchVm(), path.Name), static machine => machine.Notifiers, static machine => machine.Vm)
            .Prepare(static (machine, _) => machine.Notifiers.Register(new Switch()))
            .Prepare(static (machine, path) => Assert.Equal(path.Name, machine.Name))
            .RunPath("normal/paused/succeeds");

        Assert.True(report.HandlerCalls > 0);
    }

    [Fact]
    public void AHandlerMayUnregisterItselfAndRegisterOthers()
    {
        MigrationExploration<SwitchMachine> exploration = SwitchMachine.Explore(static (machine, device, context) =>
        {
            if (context is { Event: Failed, Phase: Phase.BeforeVmStart } && machine.Switches.Contains(device))
            {
                machine.Remove(device);
                machine.Add();
            }
        });

        exploration.Run();

        Transcript transcript = exploration.Replay("normal/running/fails at once");
        Assert.Contains("Switch#3 is registered", transcript.ToString(), StringComparison.Ordinal);
        Assert.Equal("S F(n) f", transcript.ToSequence());
    }

    private static MigrationExploration<SwitchMachine> Broken() => SwitchMachine.Explore()
        .Invariant("no switch is left on", static (machine, moment) => !(moment.Step is { Call: HostCall.Fail } && moment.GuestRuns && machine.Vm is SwitchVm && WasStopped(moment)));

    private static bool WasStopped(MigrationMoment moment) => moment.Path.Steps.Any(static step => step is { Call: HostCall.StopVm, VmThrows: false });

    private sealed class Recorder(List<ExplorationProgress> seen) : IProgress<ExplorationProgress>
    {
        public void Report(ExplorationProgress value)
        {
            lock (seen)
            {
                seen.Add(value);
            }
        }
    }
}

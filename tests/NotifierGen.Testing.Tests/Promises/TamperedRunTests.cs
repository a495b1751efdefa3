using NotifierGen.Testing.Tests.Machines;

namespace NotifierGen.Testing.Tests.Promises;

/// <summary>
/// What only the library itself could get wrong: a run of the real thing keeps the promise, and the same run with its transcript tampered with, as a
/// broken dispatcher or session would have left it, does not.
/// </summary>
public class TamperedRunTests
{
    private const string Path = "normal/running/fails at switchover";

    [Fact]
    public void ACallAfterUnregistrationIsFound() =>
        AssertFound(new NothingIsCalledOnceItIsUnregistered(), static run => run.Entries.Insert(Index(run, Failed), new TranscriptEntry(TranscriptKind.Unregistered) { Instance = run.Devices[1] }));

    [Fact]
    public void SetupInReverseIsFound() => AssertFound(new CallsFollowTheTable(), static run => Swap(run, Index(run, Setup)));

    [Fact]
    public void FailedInTheOrderOfSetupIsFound() => AssertFound(new CallsFollowTheTable(), static run => Swap(run, Index(run, Failed)));

    [Fact]
    public void RowsOutOfOrderAreFound() => AssertFound(new CallsFollowTheTable(), static run =>
    {
        // Failed mirrors Setup, names included: the pump comes last.
        int pump = run.Entries.FindIndex(static entry => entry.Row.Handler == nameof(Pump.Drain));
        Swap(run, pump - 1);
    });

    [Fact]
    public void ALostCallIsFound() => AssertFound(new EveryoneIsToldOnEveryPath(), static run => run.Entries.RemoveAt(Index(run, Failed)));

    [Fact]
    public void ALostLastCallIsFound() => AssertFound(new EveryoneIsToldOnEveryPath(), static run => run.Entries.RemoveAt(run.Entries.Count - 1));

    [Fact]
    public void ACallTooManyIsFound() => AssertFound(new EveryoneIsToldOnEveryPath(), static run => run.Entries.Add(run.Entries[^1]));

    [Fact]
    public void ALostStopIsFound() => AssertFound(new EveryoneIsToldOnEveryPath(), static run => run.Entries.RemoveAll(static entry => entry.Kind == TranscriptKind.VmStop));

    [Fact]
    public void FailedAfterTheStartIsFound() => AssertFound(new FailedComesBeforeTheVmStarts(), static run =>
    {
        int start = run.Entries.FindIndex(static entry => entry.Kind == TranscriptKind.VmStart);
        TranscriptEntry entry = run.Entries[start];
        run.Entries.RemoveAt(start);
        run.Entries.Insert(Index(run, Failed), entry);
    });

    [Fact]
    public void DoneAndFailedAreFound() => AssertFound(new OneTerminalEvent(), static run =>
    {
        TranscriptEntry failed = run.Entries[Index(run, Failed)];
        int row = Array.FindIndex(run.Rows, row => row.Device == failed.Row.Device && row.Event == Done);
        run.Entries.Add(Copy(failed, failed.Context, run.Rows[row], row));
    });

    [Fact]
    public void FailedTwiceIsFound() => AssertFound(new OneTerminalEvent(), static run => run.Entries.Add(run.Entries[Index(run, Failed)]));

    public static TheoryData<string> Lies => ["event", "mode", "session", "vCPUs", "failure", "kind", "will start", "started", "requires a stopped VM"];

    [Theory]
    [MemberData(nameof(Lies))]
    public void ALieOfTheContextIsFound(string lie) => AssertFound(new ContextsTellTheTruth(), run =>
    {
        int index = lie switch
        {
            "started" => run.Entries.Count - 1,
            "requires a stopped VM" => run.Entries.FindIndex(static entry => entry.Row.RequiresStoppedVm),
            _ => Index(run, Failed),
        };
        TranscriptEntry entry = run.Entries[index];
        MigrationContext context = entry.Context;
        run.Entries[index] = lie switch
        {
            "event" => Copy(entry, context with { Event = Done }),
            "mode" => Copy(entry, context with { Mode = MigrationMode.CprExec }),
            "session" => Copy(entry, context with { SessionId = 0 }),
            "vCPUs" => Copy(entry, context with { VcpusStopped = false }),
            "failure" => Copy(entry, context with { Failure = null }),
            "kind" => Copy(entry, context with { Failure = new MigrationFailure(MigrationFailureKind.Cancelled, "") }),
            "will start" => Copy(entry, context with { VmWillStart = false }),
            "started" => Copy(entry, context with { VmStarted = false }),
            _ => Copy(entry, context with { VcpusStopped = false }, guestRan: true),
        };
    });

    [Fact]
    public void AFaultThatIsNotReportedIsFound() => AssertFound(new FaultsAreReported(), static run => run.Entries[Index(run, Failed)].Exception = new InjectedException("lost"));

    [Fact]
    public void AFaultThatNothingThrewIsFound() =>
        AssertFound(new FaultsAreReported(), static run => run.Faults.Add(new(run.Entries.FindLastIndex(static entry => entry.Kind == TranscriptKind.Host), new HandlerFault(null, "x", new InjectedException("invented")))));

    [Fact]
    public void AGuestThatIsLeftPausedIsFound() => AssertFound(new TheGuestIsLeftAsPromised(), static run => run.GuestRunsAtEnd = false);

    [Fact]
    public void ASessionInTheWrongStateIsFound() => AssertFound(new TheSessionIsOver(), static run => run.SessionState = "Active");

    [Fact]
    public void ASessionThatIsNeverOverIsFound() => AssertFound(new TheSessionIsOver(), static run => run.NextSessionFailure = new InvalidOperationException("open"));

    [Fact]
    public void ARefusalThatNamesAnotherDeviceIsFound()
    {
        static ExplorationRun Refused(int call) => PathExploration<SwitchMachine>.Find(
            Settings(),
            MigrationPaths.Named("normal/running/is refused"),
            $"normal/running/is refused | call {call}, Setup NotifierGen.Testing.Tests.Machines.Switch.TurnOn on Switch#{call}: refuses");
        ExplorationRun run = Refused(1);
        Assert.Empty(PromiseList.Check(run));

        run.Refusal = Refused(2).Refusal;

        Assert.Contains("was reported as", new FaultsAreReported().Check(run)?.What, StringComparison.Ordinal);
    }

    /// <summary>None of the promises above is kept for want of something to check.</summary>
    [Fact]
    public void EveryPromiseHasATestThatBreaksIt()
    {
        string tests = string.Join(' ', Directory.EnumerateFiles(Repository.PathOf("tests/NotifierGen.Testing.Tests/Promises"), "*.cs").Select(File.ReadAllText));

        Assert.All(PromiseList.All, promise => Assert.True(
            tests.Contains($"new {promise.GetType().Name}()", StringComparison.Ordinal) || tests.Contains($"\"{promise.Name[..20]}", StringComparison.Ordinal), promise.Name));
    }

    private static void AssertFound(IPromise promise, Action<ExplorationRun> tamper)
    {
        ExplorationRun run = CaseRunner<SwitchMachine>.Run(Settings(), MigrationPaths.Named(Path), Perturbation.None);
        Assert.Empty(PromiseList.Check(run));

        tamper(run);

        Assert.NotNull(promise.Check(run));
    }

    private static ExplorationSettings<SwitchMachine> Settings() => new(
        static _ =>
        {
            SwitchMachine machine = new();
            machine.Notifiers.Register(new Pump());
            return machine;
        },
        static machine => machine.Notifiers,
        static machine => machine.Vm);

    private static int Index(ExplorationRun run, MigrationEvent raised) =>
        run.Entries.FindIndex(entry => entry.Kind == TranscriptKind.Handler && entry.Row.Event == raised);

    private static void Swap(ExplorationRun run, int index) => (run.Entries[index], run.Entries[index + 1]) = (run.Entries[index + 1], run.Entries[index]);

    private static TranscriptEntry Copy(TranscriptEntry entry, MigrationContext context, NotifierRow? row = null, int rowIndex = -1, bool guestRan = false) => new(entry.Kind)
    {
        Row = row ?? entry.Row,
        RowIndex = row is null ? entry.RowIndex : rowIndex,
        Instance = entry.Instance,
        Device = entry.Device,
        Context = context,
        GuestRan = guestRan,
        GuestRuns = guestRan,
    };
}

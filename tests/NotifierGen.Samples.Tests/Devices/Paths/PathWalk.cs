using Devices;

namespace NotifierGen.Samples.Tests.Devices;

/// <summary>
/// Takes a guest along one path of a migration, as a host would. After every step all devices work a little, then the device that is looked at
/// must hold its invariants, on either side.
/// </summary>
internal sealed class PathWalk(string device, MigrationMode mode)
{
    private MigrationSession? _session;
    private IncomingSession? _incoming;
    private Dictionary<string, byte[]> _states = [];

    public TestBoard Source { get; } = new();

    public TestBoard? Destination { get; private set; }

    public MigrationMode Mode => mode;

    /// <summary>Called after each step, before the checks.</summary>
    public Action<string, TestBoard>? AfterStep { get; set; }

    public DispatchReport LastReport { get; private set; }

    public void StartGuest() => Step("start", Source.Machine.Start);

    public void PauseGuest() => Step("pause", Source.Machine.Stop);

    public void Begin() => Step("begin", () => _session = Source.Notifiers.Begin(Source.Machine, mode));

    public void BeginRefused() => Step("refused", () =>
    {
        Assert.False(Source.Notifiers.TryBegin(Source.Machine, mode, out _, out SetupRefusal? refusal));
        LastReport = refusal.Rollback;
        Assert.Empty(LastReport.Faults);
    });

    public void Iterate() => Step("iterate", () => Source.Tick(10));

    public void StopVm() => Step("switchover", () => LastReport = _session!.StopVm());

    public void ResumeVm() => Step("resume", () => LastReport = _session!.ResumeVm());

    public void Save() => Step("save", () => _states = Source.Save(mode));

    public void StartPostcopy() => Step("postcopy", () => LastReport = _session!.StartPostcopy());

    public void Complete() => End("complete", () => LastReport = _session!.Complete());

    public void Fail(RestartPolicy policy = RestartPolicy.WhenItRanBefore) =>
        End("fail", () => LastReport = _session!.Fail(new MigrationFailure(MigrationFailureKind.Error, "the channel broke"), policy));

    public void Cancel() =>
        End("cancel", () => LastReport = _session!.Fail(new MigrationFailure(MigrationFailureKind.Cancelled, "somebody changed his mind")));

    public void Abandon() => End("abandon", () => _session!.Dispose());

    public void Reclaim(MigrationSession session) => Step("reclaim", () => LastReport = session.Reclaim());

    public MigrationSession EndedSession { get; private set; } = null!;

    public void ExpectGuestRuns(bool runs) => Assert.Equal(runs, Source.Machine.IsRunning);

    public void PrepareDestination() => Destination = Source.Successor(mode);

    public void BeginIncoming() => Step("begin incoming", () =>
    {
        Destination ??= Source.Successor(mode);
        _incoming = Destination.Notifiers.BeginIncoming(Destination.Machine, mode);
    });

    public void BeginIncomingRefused() => Step("incoming refused", () =>
        Assert.False(Destination!.Notifiers.TryBeginIncoming(Destination.Machine, mode, out _, out _)));

    public void Load() => Step("load", () =>
    {
        if (Destination!.Memory != Source.Memory)
        {
            Source.Memory.CopyTo(Destination.Memory);
        }

        Destination.Load(mode, _states);
    });

    public void Arrive(bool startVm = true) => EndIncoming("arrive", () => LastReport = _incoming!.Complete(startVm));

    public void LoseIncoming() =>
        EndIncoming("lose", () => LastReport = _incoming!.Fail(new MigrationFailure(MigrationFailureKind.Error, "the stream ended early")));

    public void AbandonIncoming() => EndIncoming("abandon incoming", () => _incoming!.Dispose());

    private void End(string step, Action action) => Step(step, () =>
    {
        action();
        EndedSession = _session!;
        _session = null;
    });

    private void EndIncoming(string step, Action action) => Step(step, () =>
    {
        action();
        _incoming = null;
    });

    private void Step(string step, Action action)
    {
        action();
        AfterStep?.Invoke(step, Source);
        Check(step, Source, _session is not null);
        Check(step, Destination, _incoming is not null);
        Source.Tick();
        Destination?.Tick();
        Check(step + ", and some work", Source, _session is not null);
        Check(step + ", and some work", Destination, _incoming is not null);
    }

    private void Check(string step, TestBoard? board, bool migrating)
    {
        IDevice? looked = board?.Devices.Single(candidate => candidate.Name == device);
        string[] violations = looked is null ? [] : [.. looked.Violations(migrating)];
        Assert.True(violations.Length == 0, $"after {step} on the {(board == Source ? "source" : "destination")}: {string.Join("; ", violations)}");
    }
}

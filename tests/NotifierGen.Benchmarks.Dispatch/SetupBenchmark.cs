using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using NotifierGen.Benchmarks.Dispatch.Devices;
using NotifierGen.Benchmarks.Dispatch.Devices.Inlinable;

namespace NotifierGen.Benchmarks.Dispatch;

/// <summary>One Setup, which every device accepts or the last one refuses: by hand over typed arrays, and by NotifierGen, which remembers who accepted.</summary>
[MemoryDiagnoser]
public class SetupBenchmark
{
    private readonly BoardNotifiers _notifiers = new();
    private readonly Refuser[] _refusers = [new Refuser()];
    private InlinableBoard _board;
    private MigrationContext _setup;

    /// <summary>How many devices are registered, of eight classes in turn; four of the classes handle Setup.</summary>
    [Params(8, 100, 1_000)]
    public int Devices { get; set; }

    /// <summary>Whether there is a device that refuses, behind all others.</summary>
    [Params(false, true)]
    public bool IsRefused { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        IBoardDevice[] devices = [.. Enumerable.Range(0, Devices).Select(InlinableBoard.Create)];
        _board = InlinableBoard.Of(devices);
        foreach (object device in devices.Concat<object>(IsRefused ? _refusers : []))
        {
            _notifiers.Register(device);
        }

        _setup = new MigrationContext { Event = MigrationEvent.Setup, SessionId = 1 };
        if (NotifierGen().Refusal is null == IsRefused || ByHand() is null == IsRefused)
        {
            throw new InvalidOperationException("Somebody was not asked.");
        }
    }

    [Benchmark(Baseline = true, Description = "by hand")]
    public string? ByHand() => _board.SetUpAll() ?? (IsRefused ? _refusers[0].OnSetup().Reason : null);

    [Benchmark(Description = "by hand, timed")]
    public (string? Reason, TimeSpan Elapsed) ByHandTimed()
    {
        long started = Stopwatch.GetTimestamp();
        return (ByHand(), Stopwatch.GetElapsedTime(started));
    }

    [Benchmark(Description = "NotifierGen")]
    public DispatchReport NotifierGen() => _notifiers.Notify(in _setup);
}

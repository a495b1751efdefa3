using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using BenchmarkDotNet.Attributes;
using NotifierGen.Benchmarks.Dispatch.Devices;
using NotifierGen.Benchmarks.Dispatch.Devices.Called;
using NotifierGen.Benchmarks.Dispatch.Listeners;

namespace NotifierGen.Benchmarks.Dispatch;

/// <summary>A session that fails after the switchover, and what it costs that somebody looks on: nobody does in the first one.</summary>
[MemoryDiagnoser]
public class ListenerBenchmark : IDisposable
{
    private static readonly MigrationFailure s_failure = new(MigrationFailureKind.Error, "The channel broke.");

    private readonly BoardNotifiers _notifiers = new();
    private readonly StillVm _vm = new();
    private readonly List<IDisposable> _listeners = [];

    /// <summary>How many devices are registered, of eight classes in turn; half of the classes handle Failed.</summary>
    [Params(8, 100)]
    public int Devices { get; set; }

    [GlobalSetup(Target = nameof(Nobody))]
    public void SetUp()
    {
        for (int i = 0; i < Devices; i++)
        {
            _notifiers.Register(CalledBoard.Create(i));
        }
    }

    [GlobalSetup(Target = nameof(RecordTimings))]
    public void SetUpTimings() => SetUp();

    [GlobalSetup(Target = nameof(Meter))]
    public void SetUpMeter()
    {
        SetUp();
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "NotifierGen")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>(static (_, _, _, _) => { });
        listener.Start();
        _listeners.Add(listener);
    }

    [GlobalSetup(Target = nameof(Activities))]
    public void SetUpActivities()
    {
        SetUp();
        var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "NotifierGen",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        _listeners.Add(listener);
    }

    [GlobalSetup(Target = nameof(MigrationEvents))]
    public void SetUpMigrationEvents()
    {
        SetUp();
        _listeners.Add(new EventTally((EventKeywords)1));
    }

    [GlobalSetup(Target = nameof(HandlerEvents))]
    public void SetUpHandlerEvents()
    {
        SetUp();
        _listeners.Add(new EventTally((EventKeywords)7));
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _listeners.ForEach(static listener => listener.Dispose());
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, Description = "nobody")]
    public TimeSpan Nobody() => Fail(recordTimings: false);

    [Benchmark(Description = "session.RecordTimings")]
    public TimeSpan RecordTimings() => Fail(recordTimings: true);

    [Benchmark(Description = "a MeterListener")]
    public TimeSpan Meter() => Fail(recordTimings: false);

    [Benchmark(Description = "an ActivityListener")]
    public TimeSpan Activities() => Fail(recordTimings: false);

    [Benchmark(Description = "an EventListener, migrations")]
    public TimeSpan MigrationEvents() => Fail(recordTimings: false);

    [Benchmark(Description = "an EventListener, handlers too")]
    public TimeSpan HandlerEvents() => Fail(recordTimings: false);

    private TimeSpan Fail(bool recordTimings)
    {
        using MigrationSession session = _notifiers.Begin(_vm);
        session.RecordTimings = recordTimings;
        session.StopVm();
        return session.Fail(s_failure).Elapsed;
    }
}

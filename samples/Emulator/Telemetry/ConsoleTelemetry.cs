using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Emulator.Telemetry;

/// <summary>
/// Collects what NotifierGen tells of a migration, as any host would that uses OpenTelemetry, and prints it when it is disposed: in the middle of the
/// story it would be in the way.
/// </summary>
internal sealed class ConsoleTelemetry : IDisposable
{
    private const string Source = "NotifierGen";

    // In seconds; what OpenTelemetry takes by itself begins at five of them.
    private static readonly double[] s_handlerSteps = [0.000_01, 0.000_1, 0.001, 0.01, 0.1];
    private static readonly double[] s_downtimeSteps = [0.01, 0.03, 0.1, 0.3, 1];

    private readonly TracerProvider _traces;
    private readonly MeterProvider _metrics;

    private ConsoleTelemetry()
    {
        var options = new ConsoleExporterOptions();
        _traces = Sdk.CreateTracerProviderBuilder()
            .AddSource(Source)
            .AddProcessor(new BatchActivityExportProcessor(new ConsoleActivityExporter(options), scheduledDelayMilliseconds: int.MaxValue))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .AddMeter(Source)
            .AddView("notifiergen.handler.duration", new ExplicitBucketHistogramConfiguration { Boundaries = s_handlerSteps })
            .AddView("notifiergen.downtime", new ExplicitBucketHistogramConfiguration { Boundaries = s_downtimeSteps })
            .AddReader(new BaseExportingMetricReader(new ConsoleMetricExporter(options)))
            .Build();
    }

    /// <summary>Begins to collect, if that was asked for.</summary>
    public static ConsoleTelemetry? Start(bool isWanted) => isWanted ? new ConsoleTelemetry() : null;

    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }
}

using System.Diagnostics.Tracing;
using System.Text;
using System.Text.Json;
using NotifierGen.Pages.Records;
using NotifierGen.Tool.Tests.Harness;

namespace NotifierGen.Tool.Tests.Timelines;

public sealed class ExportTests
{
    [Fact]
    public void ActivitiesAsOpenTelemetryExportsThem()
    {
        MigrationRecord record = Read(Records.Otlp);

        Assert.Equal("session 2 in file", record.Title);
        Assert.Equal("Normal", record.Mode);
        Assert.True(record.Failed);
        Assert.Equal(
            [new RecordedDispatch(MigrationEvent.Setup, Phase.BeforeVmStart, 100, 300), new RecordedDispatch(MigrationEvent.Failed, Phase.BeforeVmStart, 500_000, 2_000)],
            record.Dispatches);
    }

    [Fact]
    public void ActivitiesOneDocumentALine() =>
        Assert.Equal(2, Read(Records.Otlp.ReplaceLineEndings("") + "\n{\"resourceSpans\":[]}\n").Dispatches.Length);

    [Fact]
    public void EventsAsAListenerWritesThem()
    {
        MigrationRecord record = Read(Records.Events);

        Assert.Equal(
            [
                new RecordedHandler("Devices.Vfio.VfioDevice", "StartPreCopy", MigrationEvent.Setup, Phase.BeforeVmStart, 1_000, 399.5),
                new RecordedHandler("Devices.Vfio.VfioDevice", "Run", MigrationEvent.Failed, Phase.BeforeVmStart, 1_000_000, 2_000) { Budget = 1_000, Fault = "System.InvalidOperationException: no answer" },
            ],
            record.Handlers);
        Assert.True(record.Failed);
        Assert.Equal("session 7 in file", record.Title);
    }

    [Fact]
    public void EventsInOneArray() => Assert.Equal(2, Read($"[{string.Join(',', Records.Events.ReplaceLineEndings("\n").Split('\n'))}]").Handlers.Length);

    /// <summary>The names of events and their arguments are those of the library's event source.</summary>
    [Fact]
    public void TheEventsOfARealMigration()
    {
        using LineListener listener = new();
        using HandlerRecorder recorder = new(() => TimeSpan.FromMicroseconds(System.Diagnostics.Stopwatch.GetElapsedTime(0).TotalMicroseconds), []);
        GeneratedAssembly board = GeneratedAssembly.Compile(
            "Recorded",
            """
            public sealed class Nic
            {
                [OnMigrationEvent(Setup)] public void Unplug() { }
                [OnMigrationEvent(Failed, BudgetMicroseconds = 1)] public void PlugBack() => System.Threading.Thread.Sleep(3);
                [OnMigrationEvent(Failed, Phase.AfterVmStart)] public void Announce() => throw new System.InvalidOperationException("no link");
            }
            [DispatchTable] public sealed partial class Board : MigrationDispatcher;
            public sealed class Vm : IVirtualMachine { public bool IsRunning { get; private set; } = true; public void Stop() => IsRunning = false; public void Start() => IsRunning = true; }
            public static class Scenario
            {
                public static void Run()
                {
                    var board = new Board();
                    board.Register(new Nic());
                    using MigrationSession session = board.Begin(new Vm());
                    session.StopVm();
                    session.Fail(new MigrationFailure(MigrationFailureKind.Error, "no line"));
                }
            }
            """);
        board.Run("Scenario");

        MigrationRecord record = Read(listener.Lines);

        Assert.Equal(["Unplug", "PlugBack", "Announce"], record.Handlers.Select(handler => handler.Handler));
        Assert.True(record.Handlers[1].IsOverBudget);
        Assert.Contains("no link", record.Handlers[2].Fault, StringComparison.Ordinal);
        Assert.True(record.Failed);
        Assert.Equal(record.Handlers.Select(handler => (handler.Class, handler.Handler, handler.Fault)), recorder.Calls.Where(call => call.Class == "Nic").Select(handler => (handler.Class, handler.Handler, handler.Fault)));
    }

    private static MigrationRecord Read(string text) => RecordReader.Read(Encoding.UTF8.GetBytes(text), "file");

    /// <summary>What a host writes to have its migrations drawn.</summary>
    private sealed class LineListener : EventListener
    {
        private readonly StringBuilder _lines = new();

        public string Lines => _lines.ToString();

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "NotifierGen")
            {
                EnableEvents(eventSource, EventLevel.Informational, (EventKeywords)7);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            Dictionary<string, object?> payload = eventData.PayloadNames!.Zip(eventData.Payload!).ToDictionary(each => each.First, each => each.Second);
            _lines.AppendLine(JsonSerializer.Serialize(new { eventData.TimeStamp, eventData.EventName, Payload = payload }));
        }
    }
}

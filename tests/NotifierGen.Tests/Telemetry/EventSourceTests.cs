using System.Diagnostics.Tracing;
using NotifierGen.Tests.Machine;

namespace NotifierGen.Tests.Telemetry;

[Collection(ListenersCollection.Name)]
public class EventSourceTests
{
    [Fact]
    public void AListenerSeesTheMigrationItsRowsAndItsHandlers()
    {
        TestMachine machine = new();
        machine.Add(new BudgetDevice { Takes = TimeSpan.FromMilliseconds(120) });
        using Listener listener = new(EventLevel.Informational, EventKeywords.All);

        long id;
        using (MigrationSession session = machine.Begin(MigrationMode.CprTransfer))
        {
            id = session.Id;
        }

        Assert.Equal(
            [
                $"MigrationStart {id} outgoing CprTransfer",
                "RowStart BudgetDevice OnFailed Failed BeforeVmStart",
                "HandlerStart BudgetDevice OnFailed Failed BeforeVmStart",
                "HandlerStop BudgetDevice OnFailed Failed BeforeVmStart",
                "BudgetOverrun BudgetDevice OnFailed Failed BeforeVmStart",
                "RowStop BudgetDevice OnFailed Failed BeforeVmStart",
                "RowStart BudgetDevice OnFailedAfter Failed AfterVmStart",
                "HandlerStart BudgetDevice OnFailedAfter Failed AfterVmStart",
                "HandlerStop BudgetDevice OnFailedAfter Failed AfterVmStart",
                "RowStop BudgetDevice OnFailedAfter Failed AfterVmStart",
                $"MigrationStop {id} Failed",
            ],
            listener.Seen);
    }

    [Fact]
    public void AListenerForFaultsOnlyHearsNothingElse()
    {
        TestMachine machine = new();
        machine.AddFull("a").Probe.Acts = _ => throw new InvalidOperationException("broken");
        using Listener listener = new(EventLevel.Error, EventKeywords.None);

        machine.Notifiers.Notify(new MigrationContext { Event = Failed });

        Assert.StartsWith("HandlerFault NotifierGen.Tests.Machine.FullDevice.OnFailed System.InvalidOperationException: broken", Assert.Single(listener.Seen), StringComparison.Ordinal);
    }

    /// <summary>Writes down what one thread causes, without times.</summary>
    private sealed class Listener : EventListener
    {
        private readonly int _thread = Environment.CurrentManagedThreadId;

        public Listener(EventLevel level, EventKeywords keywords)
        {
            EventSource source = EventSource.GetSources().Single(source => source.Name == "NotifierGen");
            EnableEvents(source, level, keywords);
        }

        public List<string> Seen { get; } = [];

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (Environment.CurrentManagedThreadId == _thread)
            {
                IEnumerable<object?> words = (eventData.Payload ?? new([])).Where(value => value is string or long);
                Seen.Add($"{eventData.EventName} {string.Join(' ', words)}".Replace("NotifierGen.Tests.Machine.BudgetDevice", "BudgetDevice", StringComparison.Ordinal));
            }
        }
    }
}

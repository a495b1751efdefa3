using System.Diagnostics.Metrics;
using NotifierGen.Tests.Machine;

namespace NotifierGen.Tests.Telemetry;

[Collection(ListenersCollection.Name)]
public class MeterTests
{
    [Fact]
    public void TheMeterTellsHandlersDowntimeFaultsAndRefusals()
    {
        TestMachine machine = new();
        FullDevice device = machine.AddFull("a");
        using Listener listener = new();
        using (MigrationSession session = machine.Begin())
        {
            session.StopVm();
            device.Probe.Acts = context =>
            {
                Thread.Sleep(10);
                if (context.Phase == Phase.AfterVmStart)
                {
                    throw new InvalidOperationException();
                }
            };
            session.Fail(TestMachine.Error());
        }

        device.Probe.Acts = null;
        device.Probe.Answers = _ => SetupResult.Refuse("no");
        Assert.Throws<MigrationRefusedException>(() => machine.Begin());

        Assert.Equal(
            [
                "notifiergen.handler.duration s FullDevice OnSetup Setup BeforeVmStart",
                "notifiergen.handler.duration s FullDevice OnFailed Failed BeforeVmStart",
                "notifiergen.downtime s started",
                "notifiergen.handler.duration s FullDevice OnFailedAfter Failed AfterVmStart",
                "notifiergen.faults {fault} FullDevice OnFailedAfter Failed AfterVmStart",
                "notifiergen.handler.duration s FullDevice OnSetup Setup BeforeVmStart",
                "notifiergen.refusals {refusal} FullDevice OnSetup Setup BeforeVmStart",
            ],
            listener.Seen.Select(each => each.What));
        Assert.InRange(listener.Seen[2].Value, 0.010, 60);
        Assert.InRange(listener.Seen[1].Value, 0.010, listener.Seen[2].Value);
    }

    [Fact]
    public void WhatWasHandedOverIsNoLongerDown()
    {
        TestMachine machine = new();
        using Listener listener = new();
        using MigrationSession session = machine.Begin();
        session.StopVm();
        session.Complete();
        session.Reclaim();

        Assert.Equal(["notifiergen.downtime s handed_over"], listener.Seen.Select(each => each.What));
    }

    private sealed class Listener : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly int _thread = Environment.CurrentManagedThreadId;

        public Listener()
        {
            _listener.InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "NotifierGen")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
            _listener.Start();
        }

        public List<(string What, double Value)> Seen { get; } = [];

        public void Dispose() => _listener.Dispose();

        private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (Environment.CurrentManagedThreadId == _thread)
            {
                string values = string.Join(' ', tags.ToArray().Select(tag => tag.Value?.ToString()?.Split('.')[^1]));
                Seen.Add(($"{instrument.Name} {instrument.Unit} {values}", value));
            }
        }
    }
}

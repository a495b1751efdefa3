using NotifierGen.Pages.Records;

namespace NotifierGen.Tool.Tests.Timelines;

/// <summary>Records to draw.</summary>
internal static class Records
{
    /// <summary>A migration that failed at the switchover, as the emulator records one.</summary>
    public static MigrationRecord Failed { get; } = new()
    {
        Title = "emulator migrate --fail-at switchover",
        Mode = "Normal",
        Outcome = "the connection ended",
        Failed = true,
        Rounds =
        [
            new RecordedRound(1, 1_500_000, 1_343_795, 4096, 8_454_605, 570),
            new RecordedRound(2, 2_900_000, 371_415, 570, 2_337_646, 376),
            new RecordedRound(3, 3_541_000, 1_000, 179, 734_113, 0),
        ],
        Pauses = [new RecordedPause(3_540_000, 24_000, PauseEnd.Started)],
        Handlers =
        [
            new RecordedHandler("Devices.Spice.SpiceServer", "StartSwitch", MigrationEvent.Setup, Phase.BeforeVmStart, 1_260_000, 920),
            new RecordedHandler("Devices.VirtioNet.VirtioNet", "PlugBack", MigrationEvent.Failed, Phase.BeforeVmStart, 3_545_000, 16_000) { Device = "virtio-net0", Budget = 500 },
            new RecordedHandler("Devices.Vfio.VfioDevice", "Answer", MigrationEvent.Failed, Phase.BeforeVmStart, 3_561_000, 302) { Device = "vfio0", Fault = "the firmware hangs" },
            new RecordedHandler("Devices.Spice.SpiceServer", "KeepClients", MigrationEvent.Failed, Phase.AfterVmStart, 3_564_200, 335),
        ],
        Marks = [new RecordedMark(3_540_000, false, "VM stops"), new RecordedMark(3_543_000, true, "the connection ended"), new RecordedMark(3_564_000, false, "VM starts")],
    };

    /// <summary>A postcopy that broke when most of the guest was over there.</summary>
    public static MigrationRecord BrokenPostcopy { get; } = new()
    {
        Title = "emulator migrate --postcopy --fail-at postcopy",
        Mode = "Normal",
        Outcome = "the connection ended; the guest is the destination's",
        Failed = true,
        Rounds = [new RecordedRound(1, 1_500_000, 1_343_795, 4096, 8_454_605, 570)],
        Pauses = [new RecordedPause(2_850_000, 24_000, PauseEnd.HandedOver)],
        Postcopies = [new RecordedPostcopy(2_874_000, 910_000, 402, 1570, 37, Whole: false)],
        Handlers = [new RecordedHandler("Devices.Vfio.VfioDevice", "FinishCopy", MigrationEvent.PostcopyStart, Phase.BeforeVmStart, 2_860_000, 302) { Device = "vfio0" }],
        Marks = [new RecordedMark(2_850_000, false, "VM stops"), new RecordedMark(3_784_000, true, "the connection ended")],
    };

    /// <summary>Two migrations as an OpenTelemetry exporter writes activities; the second is the one to draw.</summary>
    public const string Otlp =
        """
        {"resourceSpans":[{"resource":{"attributes":[]},"scopeSpans":[{"scope":{"name":"NotifierGen","version":"0.1.0"},"spans":[
          {"traceId":"01","spanId":"a0","parentSpanId":"","name":"migration","startTimeUnixNano":"1000000000","endTimeUnixNano":"1500000000","attributes":[{"key":"notifiergen.session","value":{"intValue":"1"}}],"status":{}},
          {"traceId":"02","spanId":"b1","parentSpanId":"b0","name":"Setup","startTimeUnixNano":"2000100000","endTimeUnixNano":"2000400000","attributes":[{"key":"notifiergen.event","value":{"stringValue":"Setup"}},{"key":"notifiergen.phase","value":{"stringValue":"BeforeVmStart"}}]},
          {"traceId":"02","spanId":"b2","parentSpanId":"b0","name":"Failed","startTimeUnixNano":"2500000000","endTimeUnixNano":"2502000000","attributes":[{"key":"notifiergen.event","value":{"stringValue":"Failed"}},{"key":"notifiergen.phase","value":{"stringValue":"BeforeVmStart"}},{"key":"notifiergen.vcpus_stopped","value":{"boolValue":true}}]},
          {"traceId":"02","spanId":"b0","parentSpanId":"","name":"migration","startTimeUnixNano":"2000000000","endTimeUnixNano":"2600000000","attributes":[{"key":"notifiergen.session","value":{"intValue":"2"}},{"key":"notifiergen.mode","value":{"stringValue":"Normal"}},{"key":"notifiergen.outcome","value":{"stringValue":"Failed"}}],"status":{"code":2,"message":"Failed"}}
        ]},{"scope":{"name":"Other"},"spans":[{"name":"migration","startTimeUnixNano":"9000000000","endTimeUnixNano":"9100000000"}]}]}]}
        """;

    /// <summary>A migration as an EventListener writes events, one a line.</summary>
    public const string Events =
        """
        {"TimeStamp":"2025-01-01T10:00:00.0000000Z","EventName":"MigrationStart","Payload":{"session":7,"direction":"outgoing","mode":"Normal"}}
        {"TimeStamp":"2025-01-01T10:00:00.0010000Z","EventName":"HandlerStart","Payload":{"device":"Devices.Vfio.VfioDevice","handler":"StartPreCopy","migrationEvent":"Setup","phase":"BeforeVmStart"}}
        {"TimeStamp":"2025-01-01T10:00:00.0014000Z","EventName":"HandlerStop","Payload":{"device":"Devices.Vfio.VfioDevice","handler":"StartPreCopy","migrationEvent":"Setup","phase":"BeforeVmStart","microseconds":399.5}}
        {"TimeStamp":"2025-01-01T10:00:01.0000000Z","EventName":"HandlerStart","Payload":{"device":"Devices.Vfio.VfioDevice","handler":"Run","migrationEvent":"Failed","phase":"BeforeVmStart"}}
        {"TimeStamp":"2025-01-01T10:00:01.0020000Z","EventName":"HandlerStop","Payload":{"device":"Devices.Vfio.VfioDevice","handler":"Run","migrationEvent":"Failed","phase":"BeforeVmStart","microseconds":2000}}
        {"TimeStamp":"2025-01-01T10:00:01.0020000Z","EventName":"HandlerFault","Payload":{"handler":"Devices.Vfio.VfioDevice.Run","exception":"System.InvalidOperationException: no answer\n   at Devices"}}
        {"TimeStamp":"2025-01-01T10:00:01.0020000Z","EventName":"BudgetOverrun","Payload":{"device":"Devices.Vfio.VfioDevice","handler":"Run","migrationEvent":"Failed","phase":"BeforeVmStart","microseconds":2000,"budgetMicroseconds":1000}}
        {"TimeStamp":"2025-01-01T10:00:01.0030000Z","EventName":"MigrationStop","Payload":{"session":7,"outcome":"Failed"}}
        """;
}

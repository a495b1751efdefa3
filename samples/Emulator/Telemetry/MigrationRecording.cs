using Devices;
using Emulator.Commands;
using Emulator.Migration;
using Emulator.Presentation;
using Emulator.Story;
using NotifierGen.Pages.Records;
using NotifierGen.Pages.Timelines;

namespace Emulator.Telemetry;

/// <summary>Records a migration to draw it later: the handlers as NotifierGen tells of them, the rest from the chronicle.</summary>
internal sealed class MigrationRecording : IDisposable
{
    private readonly MigrationRequest _request;
    private readonly Chronicle _chronicle;
    private readonly HandlerRecorder _handlers;

    private MigrationRecording(MigrationRequest request, Chronicle chronicle)
    {
        _request = request;
        _chronicle = chronicle;
        _handlers = new HandlerRecorder(() => chronicle.Now, Machine.BoardNotifiers.Table);
    }

    /// <summary>Begins to record, if that was asked for: whoever listens makes handlers a little slower.</summary>
    public static MigrationRecording? Start(MigrationRequest request, Chronicle chronicle) =>
        request.Record is null && request.Timeline is null ? null : new MigrationRecording(request, chronicle);

    /// <exception cref="CommandException">A file cannot be written.</exception>
    public void Write(IReadOnlyList<ChronicleEntry> entries, MigrationOutcome outcome)
    {
        var record = new MigrationRecord
        {
            Title = $"emulator {_request.Summary}",
            Mode = nameof(MigrationMode.Normal),
            Outcome = outcome.Message,
            Failed = outcome.Kind is not null,
            Rounds = [.. _chronicle.Rounds],
            Pauses = [.. VmPauses.Of(entries)],
            Postcopies = [.. _chronicle.Postcopies],
            Handlers = [.. Handlers()],
            Marks = [.. entries.Where(IsMark).Select(entry => new RecordedMark(entry.At.TotalMicroseconds, entry.Kind == EntryKind.Failure, entry.Who.Length > 0 ? $"{entry.Who}: {entry.What}" : entry.What))],
        };
        Save("--record", _request.Record, () => RecordJson.Write(record));
        Save("--timeline", _request.Timeline, () => TimelinePage.Write(record));
    }

    public void Dispose() => _handlers.Dispose();

    private static void Save(string option, string? file, Func<string> write)
    {
        if (file is null)
        {
            return;
        }

        try
        {
            File.WriteAllText(file, write());
            Terminal.WriteLine($"written: {file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{option} {file}: {e.Message}");
        }
    }

    private static bool IsMark(ChronicleEntry entry) =>
        entry.Kind is EntryKind.Step or EntryKind.Failure or EntryKind.VmStopped or EntryKind.VmStarts or EntryKind.HandedOver;

    /// <summary>Events name the class of a device, the sessions' reports the device itself: the same calls in the same order.</summary>
    private IEnumerable<RecordedHandler> Handlers()
    {
        int next = 0;
        foreach (RecordedHandler call in _handlers.Calls)
        {
            int timing = _chronicle.Timings.FindIndex(next, each => (each.Row.Device, each.Row.Handler, each.Row.Event, each.Row.Phase) == (call.Class, call.Handler, call.Event, call.Phase));
            if (timing < 0)
            {
                yield return call;
                continue;
            }

            next = timing + 1;
            yield return call with { Device = (_chronicle.Timings[timing].Device as IDevice)?.Name ?? "" };
        }
    }
}

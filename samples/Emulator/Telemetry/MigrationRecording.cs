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
            Handlers = [.. Handlers(entries, outcome.Timings)],
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

    /// <summary>The report of the last step knows its devices; of the others one learns which device it was if it told something.</summary>
    private IEnumerable<RecordedHandler> Handlers(IReadOnlyList<ChronicleEntry> entries, IReadOnlyList<HandlerTiming> timings)
    {
        IReadOnlyList<RecordedHandler> calls = _handlers.Calls;
        int first = calls.Count - timings.Count;
        for (int i = 0; i < calls.Count; i++)
        {
            bool isOfLastStep = i >= first && timings[i - first].Row is var row && (row.Device, row.Handler) == (calls[i].Class, calls[i].Handler);
            string device = isOfLastStep && timings[i - first].Device is IDevice known ? known.Name : DeviceOf(calls[i], entries);
            yield return calls[i] with { Device = device };
        }
    }

    /// <summary>A device that told something while a handler ran is the one that it ran for.</summary>
    private static string DeviceOf(RecordedHandler call, IReadOnlyList<ChronicleEntry> entries) => entries.FirstOrDefault(entry =>
        entry.Kind == EntryKind.Device && entry.At.TotalMicroseconds >= call.At && entry.At.TotalMicroseconds <= call.End)?.Who ?? "";
}

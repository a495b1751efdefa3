using System.Text.Encodings.Web;
using System.Text.Json;

namespace NotifierGen.Testing;

/// <summary>
/// Sequences that were recorded, as a file: an object with a property for each scenario, in it one for each version, with <c>steps</c> (a string, or
/// an object with <c>notify</c> for what was raised) and <c>finalRunState</c>. QEMU's sequences were recorded in this form; explorations write it too.
/// </summary>
/// <param name="Scenarios">The scenarios, in the order of the file.</param>
public sealed record RecordedSequences(IReadOnlyList<RecordedScenario> Scenarios)
{
    /// <summary>The version under which explorations record.</summary>
    public const string NotifierGen = "NotifierGen";

    /// <summary>Reads a file.</summary>
    /// <param name="json">Its text.</param>
    /// <returns>The sequences.</returns>
    /// <exception cref="FormatException">The text is not such a file.</exception>
    public static RecordedSequences Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);

        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return new([.. document.RootElement.EnumerateObject().Select(ReadScenario)]);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"These are no recorded sequences: {exception.Message}", exception);
        }
    }

    /// <summary>What transcripts tell, to be written to a file.</summary>
    /// <param name="transcripts">The transcripts.</param>
    /// <returns>A scenario for each.</returns>
    public static RecordedSequences Of(IEnumerable<Transcript> transcripts)
    {
        ArgumentNullException.ThrowIfNull(transcripts);

        return new([.. transcripts.Select(static transcript => new RecordedScenario(transcript.Name, [Of(transcript)]))]);
    }

    /// <summary>The text of the file, a step a line, so that a change of it can be reviewed.</summary>
    public string ToJson()
    {
        IEnumerable<string> scenarios = Scenarios.Select(static scenario =>
            $"  {Quoted(scenario.Name)}: {{\n{string.Join(",\n", scenario.Sequences.Select(ToJson))}\n  }}");
        return $"{{\n{string.Join(",\n", scenarios)}\n}}\n";
    }

    internal static RecordedSequence Of(Transcript transcript) =>
        new(NotifierGen, [.. transcript.Entries.Select(ToStep)], transcript.GuestRuns ? RecordedSequence.Running : "stopped");

    private static RecordedStep ToStep(TranscriptEntry entry) => entry.Kind switch
    {
        TranscriptKind.Handler => new RecordedStep(entry.Row.Event.ToString())
        {
            Event = entry.Row.Event,
            Phase = entry.Row.Phase,
            Handler = $"{entry.Row.Device}.{entry.Row.Handler}",
            Device = entry.Device.Length == 0 ? null : entry.Device,
            GuestRuns = entry.GuestRan,
        },
        TranscriptKind.VmStop => new RecordedStep(entry.Exception is null ? RecordedSequence.VmStops : RecordedSequence.VmDoesNotStop),
        TranscriptKind.VmStart => new RecordedStep(entry.Exception is null ? RecordedSequence.VmStarts : RecordedSequence.VmDoesNotStart),
        _ => new RecordedStep(entry.ToString().Trim()),
    };

    private static RecordedScenario ReadScenario(JsonProperty scenario) =>
        new(scenario.Name, [.. scenario.Value.EnumerateObject().Select(static version => new RecordedSequence(
            version.Name,
            [.. version.Value.GetProperty("steps").EnumerateArray().Select(ReadStep)],
            version.Value.TryGetProperty("finalRunState", out JsonElement state) ? state.GetString() ?? "" : ""))]);

    private static RecordedStep ReadStep(JsonElement step)
    {
        if (step.ValueKind == JsonValueKind.String)
        {
            return new RecordedStep(step.GetString()!);
        }

        string notify = step.GetProperty("notify").GetString() ?? "";

        // QEMU writes SETUP, POSTCOPY_START.
        return Enum.TryParse(notify.Replace("_", ""), ignoreCase: true, out MigrationEvent raised)
            ? new RecordedStep(notify)
            {
                Event = raised,
                Phase = Text(step, "phase") == nameof(Phase.AfterVmStart) ? Phase.AfterVmStart : Phase.BeforeVmStart,
                Handler = Text(step, "handler"),
                Device = Text(step, "device"),
                GuestRuns = Text(step, "runState") == RecordedSequence.Running,
            }
            : throw new FormatException($"'{notify}' is no migration event.");
    }

    private static string? Text(JsonElement step, string property) => step.TryGetProperty(property, out JsonElement value) ? value.GetString() : null;

    private static string ToJson(RecordedSequence sequence)
    {
        IEnumerable<string> steps = sequence.Steps.Select(static step => $"      {(step.Event is null ? Quoted(step.Text) : ToJson(step))}");
        string list = sequence.Steps.Count == 0 ? "" : $"\n{string.Join(",\n", steps)}\n    ";
        return $"    {Quoted(sequence.Version)}: {{\"steps\": [{list}], \"finalRunState\": {Quoted(sequence.FinalRunState)}}}";
    }

    private static string ToJson(RecordedStep step)
    {
        bool hasPhase = step.Event is MigrationEvent.Failed or MigrationEvent.Reclaimed or MigrationEvent.IncomingDone;
        return $"{{\"notify\": {Quoted(step.Text)}"
            + (hasPhase ? $", \"phase\": {Quoted(step.Phase.ToString())}" : "")
            + (step.Handler is null ? "" : $", \"handler\": {Quoted(step.Handler)}")
            + (step.Device is null ? "" : $", \"device\": {Quoted(step.Device)}")
            + $", \"runState\": {Quoted(step.GuestRuns ? RecordedSequence.Running : "stopped")}}}";
    }

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}

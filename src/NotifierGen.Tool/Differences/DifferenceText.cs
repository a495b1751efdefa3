using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using NotifierGen.Pages.Tables;

namespace NotifierGen.Tool.Differences;

/// <summary>Prints changes, device by device.</summary>
internal static class DifferenceText
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true };

    public static string ToText(ImmutableArray<RowChange> changes)
    {
        if (changes.IsEmpty)
        {
            return "The tables are equal.\n";
        }

        StringBuilder text = new();
        foreach (IGrouping<string, RowChange> device in changes.GroupBy(change => change.Row.Device))
        {
            text.Append(device.Key).Append('\n');
            foreach (RowChange change in device)
            {
                text.Append("  ").Append(Sign(change.Kind)).Append(' ').Append(Sentence(change)).Append('\n');
            }
        }

        return text.Append(Count(changes)).Append('\n').ToString();
    }

    public static string ToMarkdown(ImmutableArray<RowChange> changes)
    {
        if (changes.IsEmpty)
        {
            return "The dispatch tables are equal.\n";
        }

        StringBuilder text = new("| device | handler | event | phase | change |\n| --- | --- | --- | --- | --- |\n");
        foreach (RowChange change in changes)
        {
            NotifierRow row = change.Row;
            string what = change.Kind.ToString().ToLowerInvariant() + (change.What.Length > 0 ? $": {change.What}" : "");
            foreach (string cell in (string[])[row.Device, row.Handler, row.Event.ToString(), EventNames.HasPhases(row.Event) ? row.Phase.ToString() : "", what])
            {
                text.Append("| ").Append(cell.Replace("<", "\\<", StringComparison.Ordinal)).Append(' ');
            }

            text.Append("|\n");
        }

        return text.Append('\n').Append(Count(changes)).Append('\n').ToString();
    }

    public static string ToJson(ImmutableArray<RowChange> changes)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, s_options))
        {
            json.WriteStartArray();
            foreach (RowChange change in changes)
            {
                json.WriteStartObject();
                json.WriteString("change", change.Kind.ToString().ToLowerInvariant());
                json.WriteString("device", change.Row.Device);
                json.WriteString("handler", change.Row.Handler);
                json.WriteString("event", change.Row.Event.ToString());
                json.WriteString("phase", EventNames.HasPhases(change.Row.Event) ? change.Row.Phase.ToString() : null);
                json.WriteString("what", change.What);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray()).ReplaceLineEndings("\n") + "\n";
    }

    private static string Sentence(RowChange change)
    {
        string row = $"{change.Row.Handler} for {EventNames.Moment(change.Row.Event, change.Row.Phase)}";
        return change.Kind switch
        {
            ChangeKind.Gained => $"gained {row} ({change.Row.Modes})",
            ChangeKind.Lost => $"lost {row} ({change.Row.Modes})",
            ChangeKind.Moved => $"moved {row}: {change.What}",
            _ => $"changed {row}: {change.What}",
        };
    }

    private static char Sign(ChangeKind kind) => kind switch
    {
        ChangeKind.Gained => '+',
        ChangeKind.Lost => '-',
        ChangeKind.Moved => '>',
        _ => '~',
    };

    private static string Count(ImmutableArray<RowChange> changes) => string.Join(", ", Enum.GetValues<ChangeKind>()
        .Select(kind => (kind, count: changes.Count(change => change.Kind == kind)))
        .Where(each => each.count > 0)
        .Select(each => FormattableString.Invariant($"{each.count} {each.kind.ToString().ToLowerInvariant()}"))) + ".";
}

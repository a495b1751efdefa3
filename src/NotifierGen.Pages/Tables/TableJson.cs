using System.Text;
using System.Text.Json;

namespace NotifierGen.Pages.Tables;

/// <summary>A table as JSON, for programs.</summary>
internal static class TableJson
{
    public const int Version = 1;

    private static readonly JsonWriterOptions s_options = new() { Indented = true };

    public static string Write(TableContents table)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, s_options))
        {
            json.WriteStartObject();
            json.WriteString("schema", "notifiergen.table");
            json.WriteNumber("version", Version);
            json.WriteString(table.IsOfDispatcher ? "dispatcher" : "libraries", table.Name);
            json.WriteStartArray("rows");
            foreach (TableEntry entry in table.Entries)
            {
                WriteRow(json, entry);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteRow(Utf8JsonWriter json, TableEntry entry)
    {
        NotifierRow row = entry.Row;
        json.WriteStartObject();
        json.WriteString("device", row.Device);
        json.WriteString("handler", row.Handler);
        json.WriteString("event", row.Event.ToString());
        json.WriteString("phase", EventNames.HasPhases(row.Event) ? row.Phase.ToString() : null);
        WriteNames(json, "modes", EventNames.ModesOf(row.Modes));
        json.WriteNumber("order", row.Order);
        json.WriteNumber("budgetMicroseconds", row.BudgetMicroseconds);
        json.WriteBoolean("requiresStoppedVm", row.RequiresStoppedVm);
        json.WriteBoolean("static", entry.IsStatic);
        WriteNames(json, "after", entry.After);
        WriteNames(json, "before", entry.Before);
        json.WriteString("assembly", row.Assembly);
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string property, IEnumerable<string> names)
    {
        json.WriteStartArray(property);
        foreach (string name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }
}

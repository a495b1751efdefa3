using System.Text;
using System.Text.Json;

namespace NotifierGen.Pages.Records;

/// <summary>Reads a record in any of the forms in which migrations are recorded.</summary>
internal static class RecordReader
{
    private const string Forms = "record a migration with the emulator (migrate --record), trace it with dotnet-trace, export activities as OTLP JSON, or write events as JSON lines";

    /// <exception cref="RecordException">It is none of them; says where and why.</exception>
    public static MigrationRecord Read(ReadOnlyMemory<byte> file, string name)
    {
        if (NettraceFile.IsOne(file.Span))
        {
            return NettraceFile.Read(file.Span, name);
        }

        List<JsonDocument> documents = [];
        try
        {
            Parse(file, documents);
            JsonElement[] roots = [.. documents.Select(document => document.RootElement)];
            if (roots is [{ ValueKind: JsonValueKind.Object } single] && single.TryGetProperty("schema", out JsonElement schema))
            {
                return schema.ValueKind == JsonValueKind.String && schema.ValueEquals(RecordJson.Schema)
                    ? RecordJson.Read(single)
                    : throw new RecordException($"its schema is not '{RecordJson.Schema}'; {Forms}");
            }

            if (roots.Any(root => root.ValueKind == JsonValueKind.Object && root.TryGetProperty("resourceSpans", out _)))
            {
                return OtlpTraces.Read(roots, name);
            }

            // Events stand one a line, or in one array.
            return EventLines.Read(roots is [{ ValueKind: JsonValueKind.Array } array] ? [.. array.EnumerateArray()] : roots, name)
                ?? throw new RecordException($"it has no events of a migration; {Forms}");
        }
        finally
        {
            documents.ForEach(document => document.Dispose());
        }
    }

    /// <summary>One document, or one a line.</summary>
    private static void Parse(ReadOnlyMemory<byte> file, List<JsonDocument> documents)
    {
        ReadOnlyMemory<byte> rest = file.Span.StartsWith(Encoding.UTF8.Preamble) ? file[Encoding.UTF8.Preamble.Length..] : file;
        if (rest.Span.Trim(" \r\n\t"u8).IsEmpty)
        {
            throw new RecordException($"it is empty; {Forms}");
        }

        try
        {
            documents.Add(JsonDocument.Parse(rest));
            return;
        }
        catch (JsonException exception) when (exception.LineNumber is 0 or null && !rest.Span.Contains((byte)'\n'))
        {
            throw NoJson(exception, 0);
        }
        catch (JsonException)
        {
            // More than one.
        }

        for (int line = 1; !rest.IsEmpty; line++)
        {
            int end = rest.Span.IndexOf((byte)'\n');
            ReadOnlyMemory<byte> text = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (text.Span.Trim(" \r\t"u8).IsEmpty)
            {
                continue;
            }

            try
            {
                documents.Add(JsonDocument.Parse(text));
            }
            catch (JsonException exception)
            {
                throw NoJson(exception, line);
            }
        }
    }

    private static RecordException NoJson(JsonException exception, int line) => new(
        FormattableString.Invariant($"line {Math.Max(line, (exception.LineNumber ?? 0) + 1)}, byte {exception.BytePositionInLine ?? 0}: this is no JSON; {Forms}"));
}

using System.Text.Json;

namespace NotifierGen.Pages.Records;

/// <summary>An object in a JSON file with the way to it, so that whoever wrote it wrong reads where.</summary>
/// <param name="element">The object.</param>
/// <param name="path">The way to it, as JSONPath.</param>
internal readonly struct JsonPlace(JsonElement element, string path)
{
    // Ten years: what is longer is no time of a migration, and would draw nothing.
    private const double LongestTime = 10 * 365.25 * 86_400 * 1e6;

    public JsonPlace(JsonElement element, string path, bool mustBeObject)
        : this(element, path)
    {
        if (mustBeObject && element.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("", "an object");
        }
    }

    /// <summary>The text of a property; empty if it is not there.</summary>
    public string Text(string name) => Find(name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => "",
        { ValueKind: JsonValueKind.String } text => Text(text, name),
        _ => throw Wrong(name, "a text"),
    };

    public bool Flag(string name) => Find(name) switch
    {
        null or { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.True } => true,
        _ => throw Wrong(name, "true or false"),
    };

    public double Number(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out double value) && double.IsFinite(value) ? value : throw Wrong(name, "a number");

    /// <summary>Microseconds; 0 if the property is not there.</summary>
    public double Time(string name) => Find(name) is null ? 0 : Number(name) is >= 0 and <= LongestTime and var time ? time : throw Wrong(name, "a number of microseconds, at least 0 and at most ten years");

    public long Count(string name, long most = long.MaxValue) =>
        Find(name) is null ? 0 : Find(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out long count) && count >= 0 && count <= most ? count : throw Wrong(name, "a count");

    /// <summary>A name of an enumeration.</summary>
    public T Word<T>(string name)
        where T : struct, Enum
    {
        string text = Text(name);
        return Array.IndexOf(Enum.GetNames<T>(), text) is >= 0 and var index ? Enum.GetValues<T>()[index] : throw Wrong(name, $"one of {string.Join(", ", Enum.GetNames<T>())}");
    }

    /// <summary>The objects of an array; none if it is not there.</summary>
    public IEnumerable<JsonPlace> Items(string name)
    {
        if (Find(name) is not { } array)
        {
            return [];
        }

        if (array.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(name, "an array");
        }

        string way = $"{path}.{name}";
        return array.EnumerateArray().Select((item, index) => new JsonPlace(item, $"{way}[{index}]", mustBeObject: true));
    }

    public RecordException Wrong(string name, string expected) => new($"{path}{(name.Length > 0 ? "." : "")}{name} must be {expected}");

    public JsonElement? Find(string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("", "an object");
        }

        return element.TryGetProperty(name, out JsonElement found) ? found : null;
    }

    /// <summary>A text, a number or a truth value as text; empty if it is not there.</summary>
    public string Scalar(string name) => Find(name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => "",
        { ValueKind: JsonValueKind.String } text => Text(text, name),
        { ValueKind: JsonValueKind.Object or JsonValueKind.Array } => throw Wrong(name, "a single value"),
        { } value => value.GetRawText(),
    };

    /// <summary>A text that stands at a place. Half of a surrogate pair can be escaped in JSON, and is no text.</summary>
    public string Text(JsonElement text, string name)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Wrong(name, "a text of whole characters");
        }
    }
}

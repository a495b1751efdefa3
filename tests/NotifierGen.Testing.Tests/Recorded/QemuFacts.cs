using System.Text.Json;

namespace NotifierGen.Testing.Tests.Recorded;

/// <summary>The files in Facts.</summary>
internal static class QemuFacts
{
    public const string VersionBefore = "10.2.2-before";
    public const string VersionAfter = "10.2.2-after";

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    public static RecordedSequences Recorded { get; } = RecordedSequences.Parse(Read("qemu-sequences.json"));

    public static IReadOnlyList<QemuPath> Paths { get; } = JsonSerializer.Deserialize<QemuPath[]>(Read("qemu-paths.json"), s_options)!;

    public static string PathOf(string file) => Repository.PathOf("tests/NotifierGen.Testing.Tests/Facts", file);

    public static string Read(string file) => File.ReadAllText(PathOf(file));

    /// <summary>What QEMU does on a path in a version: as recorded, in all recordings alike or not, or as its source says.</summary>
    public static string In(this QemuPath path, string version)
    {
        string? read = version == VersionBefore ? path.Before : path.After;
        if (read is not null)
        {
            return read;
        }

        // "The same until then": some were recorded in other versions as well, with nothing that could be told apart.
        IEnumerable<string> recorded = (path.Scenarios ?? []).Select(scenario => Recorded.Scenarios.Single(candidate => candidate.Name == scenario).In(version)?.ToSequence()).OfType<string>();
        return string.Join(", or ", recorded.Distinct());
    }
}

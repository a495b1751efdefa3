using System.Globalization;

namespace NotifierGen.Analyzers.Tests.GroundTruth;

/// <summary>How much a run does: what the environment says, or what each change has to pass.</summary>
internal static class FuzzOptions
{
    private const int DefaultPrograms = 500;
    private const int DefaultFindings = 5;

    public static int Programs => Read("NOTIFIERGEN_FUZZ_PROGRAMS") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : DefaultPrograms;

    /// <summary>How many failing programs are made small; the others only fail.</summary>
    public static int Findings => Read("NOTIFIERGEN_FUZZ_FINDINGS") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : DefaultFindings;

    public static ulong Seed => Read("NOTIFIERGEN_FUZZ_SEED") is { } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : Seeds.Default;

    /// <summary>Where reduced programs and the statistics are written; null: nowhere.</summary>
    public static string? Folder => Read("NOTIFIERGEN_FUZZ_FOLDER");

    private static string? Read(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

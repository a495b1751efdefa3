using System.Globalization;
using Emulator.Paths;

namespace Emulator.Presentation;

/// <summary>Paths as lines of a table: what is promised, and what was observed.</summary>
internal static class PathTable
{
    /// <summary>Where the names begin.</summary>
    public const int Margin = 5;

    private const string Nothing = "nothing";

    private static readonly int s_name = EmulatedPaths.All.Max(static path => path.Name.Length);
    private static readonly int s_sequence = EmulatedPaths.All.Max(static path => Sequence(path.Expected).Length);
    private static readonly int s_fate = Enum.GetValues<GuestFate>().Max(static fate => Describe(fate).Length);

    /// <summary>The titles of results.</summary>
    public static string Titles { get; } = Line("", "path", "observed", "expected", "guest", "downtime");

    /// <summary>A result.</summary>
    public static string Line(PathResult result) => Line(
        Row(result.Path),
        result.Path.Name,
        Sequence(result.Observed),
        Sequence(result.Path.Expected),
        Describe(result.Fate),
        result.Downtime is { } downtime ? string.Create(CultureInfo.InvariantCulture, $"{downtime.TotalMilliseconds,5:F1} ms") : "")
        + (result.Deviates ? $"  DEVIATES: {Why(result)}" : "");

    /// <summary>A path that was not taken yet.</summary>
    public static string Line(EmulatedPath path) => $"{Row(path),3}  {path.Name.PadRight(s_name)}  {Sequence(path.Expected).PadRight(s_sequence)}  {Describe(path.Fate)}";

    /// <summary>A row that is not taken.</summary>
    public static string Line(int row, string reason) => string.Create(CultureInfo.InvariantCulture, $"{row,3}  not taken: {reason}");

    private static string Why(PathResult result)
    {
        List<string> reasons = [];
        if (result.Observed != result.Path.Expected)
        {
            reasons.Add("another sequence");
        }

        if (result.Failure != result.Path.ExpectedFailure)
        {
            reasons.Add($"ended as {Describe(result.Failure)}, not as {Describe(result.Path.ExpectedFailure)}");
        }

        if (result.Fate != result.Path.Fate)
        {
            reasons.Add($"expected of the guest: {Describe(result.Path.Fate)}");
        }

        return string.Join("; ", reasons.Concat(result.Troubles));
    }

    private static string Line(string row, string name, string observed, string expected, string guest, string downtime) =>
        $"{row,3}  {name.PadRight(s_name)}  {observed.PadRight(s_sequence)}  {expected.PadRight(s_sequence)}  {guest.PadRight(s_fate)}  {downtime}".TrimEnd();

    private static string Row(EmulatedPath path) => path.Row.ToString(CultureInfo.InvariantCulture);

    private static string Sequence(string sequence) => sequence.Length == 0 ? Nothing : sequence;

    private static string Describe(MigrationFailureKind? failure) => failure?.ToString() ?? "Success";

    private static string Describe(GuestFate fate) => fate switch
    {
        GuestFate.RunsHere => "runs on here, verified",
        GuestFate.StaysPaused => "stays paused, verified",
        GuestFate.RunsThere => "runs there, verified",
        GuestFate.NobodyRuns => "nobody runs it",
        _ => "HARMED",
    };
}

using System.Globalization;
using System.Text.RegularExpressions;
using Emulator.Commands;
using Emulator.Migration.Checkpoint;
using Emulator.Story;

namespace Emulator.Paths;

/// <summary>A process that replaces itself under its guest. That has to be another one than this, which would be gone: what it tells is read.</summary>
internal sealed partial record ReplaceImage : PathDriver
{
    private static readonly TimeSpan s_runFor = TimeSpan.FromMilliseconds(100);

    public CheckpointStep FailAt { get; init; }

    public override PathResult Follow(EmulatedPath path, CancellationToken cancellation)
    {
        var chronicle = new Chronicle();
        string[] trouble = FailAt == CheckpointStep.None ? [] : ["--fail-at", FailAt.ToString().ToLowerInvariant()];
        using var process = DestinationProcess.ReplaceItself(PathMachine.Shape, s_runFor, trouble, chronicle);
        int? exitCode = process.WaitForEnd(Patience);
        string[] told = [.. chronicle.EndAndCollect().Select(static entry => entry.What)];
        string[] toldByOldImage = [.. told.TakeWhile(static line => !line.StartsWith(CprResumeCommand.Begins, StringComparison.Ordinal))];
        return new PathResult(path, ToldSequence.Of(toldByOldImage), ToldSequence.FailureOf(toldByOldImage), Fate(exitCode, told), Downtime(told))
        {
            Troubles = exitCode == 0 ? [] : [.. told.Where(static line => line.Contains("error: ", StringComparison.Ordinal)), $"the process ended with {exitCode?.ToString(CultureInfo.InvariantCulture) ?? "nothing, it hangs"}"],
        };
    }

    /// <summary>The process verifies its guest itself, whichever image it has then.</summary>
    private static GuestFate Fate(int? exitCode, string[] told)
    {
        bool IsTold(string what) => told.Any(line => line.EndsWith(what, StringComparison.Ordinal));
        return exitCode != 0 ? GuestFate.Harmed
            : IsTold(CprResumeCommand.Unharmed) ? GuestFate.RunsThere
            : IsTold(CprExecShow.Unharmed) ? GuestFate.RunsHere
            : GuestFate.Harmed;
    }

    private static TimeSpan? Downtime(string[] told)
    {
        Match? match = told.Select(static line => StoodStill().Match(line)).FirstOrDefault(static match => match.Success);
        return match is null ? null : TimeSpan.FromMilliseconds(double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("^(?:downtime:|the guest stood still for) ([0-9.]+) ms")]
    private static partial Regex StoodStill();
}

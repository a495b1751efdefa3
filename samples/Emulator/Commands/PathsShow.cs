using System.Diagnostics;
using System.Globalization;
using Emulator.Paths;
using Emulator.Presentation;

namespace Emulator.Commands;

/// <summary>Takes one path after the other, and tells of each in a line.</summary>
/// <param name="paths">The paths.</param>
internal sealed class PathsShow(IReadOnlyList<EmulatedPath> paths)
{
    /// <returns>The exit code: 0 if every path went as it must, 1 if one did not.</returns>
    public int Run(CancellationToken cancellation)
    {
        long begin = Stopwatch.GetTimestamp();
        Terminal.WriteLine(ObservedSequence.Legend);
        Terminal.WriteLine("");
        Terminal.WriteLine(PathTable.Titles, "bold", PathTable.Margin);
        int taken = 0;
        int deviating = 0;
        foreach (EmulatedPath path in paths)
        {
            Terminal.ShowStatus($"{taken + 1} of {paths.Count}: {path.Name}");
            PathResult result = path.Driver.Follow(path, cancellation);
            if (cancellation.IsCancellationRequested)
            {
                // The migration was cancelled, so the path was another one.
                break;
            }

            taken++;
            deviating += result.Deviates ? 1 : 0;
            Terminal.WriteLine(PathTable.Line(result), result.Deviates ? "bold red" : "default", PathTable.Margin);
        }

        Terminal.ShowStatus("");
        Terminal.WriteLine("");
        Terminal.WriteLine(Summary(taken, deviating, Stopwatch.GetElapsedTime(begin)), deviating > 0 ? "bold red" : "bold green");
        return deviating > 0 ? 1 : taken < paths.Count ? EmulatorCommandLine.Interrupted : 0;
    }

    private string Summary(int taken, int deviating, TimeSpan took)
    {
        string left = taken < paths.Count ? $", {paths.Count - taken} not taken" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{taken} paths taken in {took.TotalSeconds:F0} s, {deviating} deviate{left}");
    }
}

using System.CommandLine;
using System.Globalization;
using Emulator.Paths;
using Emulator.Presentation;

namespace Emulator.Commands;

/// <summary>`paths`: takes a real machine along every path that QEMU's migrations can take.</summary>
internal static class PathsCommand
{
    public static Command Create()
    {
        var command = new Command("paths", "Takes a machine with a running guest along every path of a migration, between real processes, and tells in a line each what its devices were told.");
        var only = new Option<string?>("--only") { Description = "The numbers of rows, or parts of names, to take: 9,12,postcopy." };
        var list = new Option<bool>("--list") { Description = "Lists the paths and takes none." };
        command.Options.Add(only);
        command.Options.Add(list);
        command.SetAction((parsed, cancellation) =>
        {
            string? wanted = parsed.GetValue(only);
            return Task.FromResult(parsed.GetValue(list) ? List(wanted) : new PathsShow(Choose(wanted)).Run(cancellation));
        });
        return command;
    }

    private static int List(string? only)
    {
        IEnumerable<(int Row, string Line)> lines = Choose(only).Select(static path => (path.Row, PathTable.Line(path)));
        if (only is null)
        {
            lines = lines.Concat(EmulatedPaths.NotTaken.Select(static row => (row.Key, PathTable.Line(row.Key, row.Value))));
        }

        foreach ((_, string line) in lines.OrderBy(static line => line.Row))
        {
            Terminal.WriteLine(line, indent: PathTable.Margin);
        }

        return 0;
    }

    private static IReadOnlyList<EmulatedPath> Choose(string? only)
    {
        if (only is null)
        {
            return EmulatedPaths.All;
        }

        string[] wanted = only.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (string one in wanted)
        {
            if (!EmulatedPaths.All.Any(path => IsMeant(path, one)))
            {
                throw new CommandException(int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out int row) && EmulatedPaths.NotTaken.TryGetValue(row, out string? reason)
                    ? $"--only {one}: this row is not taken: {reason}"
                    : $"--only {one}: there is no such path; --list lists them");
            }
        }

        return wanted.Length > 0
            ? [.. EmulatedPaths.All.Where(path => wanted.Any(one => IsMeant(path, one)))]
            : throw new CommandException("--only: name at least one path; --list lists them");
    }

    private static bool IsMeant(EmulatedPath path, string one) => int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out int row)
        ? path.Row == row
        : path.Name.Contains(one, StringComparison.OrdinalIgnoreCase);
}

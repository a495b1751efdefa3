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
            IReadOnlyList<EmulatedPath> paths = Choose(parsed.GetValue(only));
            return Task.FromResult(parsed.GetValue(list) ? List(paths) : new PathsShow(paths).Run(cancellation));
        });
        return command;
    }

    private static int List(IReadOnlyList<EmulatedPath> paths)
    {
        foreach (EmulatedPath path in paths)
        {
            Terminal.WriteLine(PathTable.Line(path));
        }

        foreach ((int row, string reason) in EmulatedPaths.NotTaken)
        {
            Terminal.WriteLine(PathTable.Line(row, reason));
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
                throw new CommandException($"--only {one}: there is no such path; --list lists them");
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

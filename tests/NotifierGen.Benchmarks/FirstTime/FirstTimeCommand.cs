using System.CommandLine;
using System.Globalization;
using Spectre.Console;

namespace NotifierGen.Benchmarks.FirstTime;

/// <summary>`first`: what the first Failed of a process takes, against the later ones of the same process.</summary>
internal static class FirstTimeCommand
{
    private const int Classes = 8;

    private static readonly (string Argument, string Name)[] s_ways =
    [
        ("notify", "Notify, nothing prepared"),
        ("notify-prepared", "Notify after Prepare"),
        ("session", "Fail of a session"),
    ];

    public static Command Create()
    {
        var command = new Command("first", "Times the first Failed, to four devices on a board of eight classes, in new processes; the medians.");
        var processes = new Option<int>("--processes") { Description = "How many of each kind, in turn.", DefaultValueFactory = _ => 25 };
        var native = new Option<bool>("--native") { Description = "Also as NativeAOT; needs clang." };
        command.Options.Add(processes);
        command.Options.Add(native);
        command.SetAction(parsed => Run(parsed.GetValue(processes), parsed.GetValue(native)));
        return command;
    }

    private static int Run(int processes, bool native)
    {
        var programs = new List<FirstTimeProgram> { FirstTimeProgram.Build(isNative: false) };
        if (native)
        {
            programs.Add(FirstTimeProgram.Build(isNative: true));
        }

        var runs = programs.SelectMany(static program => s_ways.Select(way => (Program: program, Way: way, Times: new List<FirstTimes>()))).ToList();
        var single = programs.Select(static program => (Program: program, Times: new List<FirstTimes>())).ToList();
        for (int i = 0; i < processes; i++)
        {
            foreach ((FirstTimeProgram program, (string argument, _), List<FirstTimes> times) in runs)
            {
                times.Add(program.Run(argument, Classes));
            }

            foreach ((FirstTimeProgram program, List<FirstTimes> times) in single)
            {
                times.Add(program.Run("session", devices: 1));
            }
        }

        var table = new Table().AddColumns("compiled", "raised by", "prepare or Begin us", "first Failed us", "later ones us", "first / later", "later, caches cold us", "first / cold");
        foreach ((FirstTimeProgram program, (_, string name), List<FirstTimes> times) in runs)
        {
            double first = Median(times, static time => time.First);
            double later = Median(times, static time => time.Later);
            double cold = Median(times, static time => time.LaterCold);
            table.AddRow(
                program.Name, name, Microseconds(Median(times, static time => time.Prepare)), Microseconds(first), Microseconds(later), Ratio(first / later), Microseconds(cold), Ratio(first / cold));
        }

        AnsiConsole.Profile.Width = 160;
        AnsiConsole.Write(table);
        foreach ((FirstTimeProgram program, List<FirstTimes> times) in single)
        {
            double all = Median([.. runs.First(run => run.Program == program && run.Way.Argument == "session").Times], static time => time.Prepare);
            double one = Median(times, static time => time.Prepare);
            AnsiConsole.WriteLine($"{program.Name}: Begin of one class takes {Microseconds(one)} us, of {Classes} {Microseconds(all)} us: {Microseconds((all - one) / (Classes - 1))} us for each class more.");
        }

        return 0;
    }

    private static double Median(List<FirstTimes> times, Func<FirstTimes, double> time)
    {
        double[] sorted = [.. times.Select(time).Order()];
        return sorted[sorted.Length / 2];
    }

    private static string Ratio(double ratio) => ratio.ToString("F1", CultureInfo.InvariantCulture);

    private static string Microseconds(double nanoseconds) => (nanoseconds / 1_000).ToString("N1", CultureInfo.InvariantCulture);
}

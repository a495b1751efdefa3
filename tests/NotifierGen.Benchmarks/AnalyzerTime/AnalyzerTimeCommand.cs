using System.CommandLine;
using System.Globalization;
using NotifierGen.Benchmarks.SyntheticCodeBase;
using Spectre.Console;

namespace NotifierGen.Benchmarks.AnalyzerTime;

/// <summary>`analyzers`: what the analyzers cost in a build, by size and number of handlers, against the compiler alone and against a peer.</summary>
internal static class AnalyzerTimeCommand
{
    public static Command Create()
    {
        var command = new Command("analyzers", "Times the analyzers over synthetic code bases; the median of several rounds, all kinds in every round.");
        var lines = new Option<int[]>("--lines") { Description = "Sizes in lines.", DefaultValueFactory = _ => [10_000, 100_000, 400_000], AllowMultipleArgumentsPerToken = true };
        var rounds = new Option<int>("--rounds") { Description = "How often each is measured, after one round that warms up.", DefaultValueFactory = _ => 3 };
        var handlers = new Option<int[]>("--handlers") { Description = "Numbers of handlers.", DefaultValueFactory = _ => [0, 10, 500], AllowMultipleArgumentsPerToken = true };
        var each = new Option<bool>("--each") { Description = "Also says what each of our analyzers took." };
        command.Options.Add(lines);
        command.Options.Add(handlers);
        command.Options.Add(each);
        command.Options.Add(rounds);
        command.SetAction((parsed, _) => Run(parsed.GetValue(lines)!, parsed.GetValue(handlers)!, parsed.GetValue(rounds), parsed.GetValue(each)));
        return command;
    }

    private static async Task<int> Run(int[] sizes, int[] numbers, int rounds, bool each)
    {
        var table = new Table().AddColumns("lines", "handlers", "analyzers", "wall s", "analyzer s", "of the peer's", "found");
        bool isRight = true;
        foreach (int lines in sizes)
        {
            foreach (int handlers in numbers)
            {
                var code = CodeBase.Generate(new CodeBaseShape(lines, handlers));
                isRight &= await Measure(new CompiledCodeBase(code), code, rounds, each, table);
            }
        }

        AnsiConsole.Profile.Width = 160;
        AnsiConsole.Write(table);
        return isRight ? 0 : 1;
    }

    private static async Task<bool> Measure(CompiledCodeBase compiled, CodeBase code, int rounds, bool each, Table table)
    {
        var compiler = new List<AnalyzerMeasurement>();
        var ours = new List<AnalyzerMeasurement>();
        var peer = new List<AnalyzerMeasurement>();
        var beside = new List<AnalyzerMeasurement>();
        for (int round = 0; round <= rounds; round++)
        {
            AnalyzerMeasurement one = await AnalyzerMeasurement.OfCompiler(compiled);
            AnalyzerMeasurement two = await AnalyzerMeasurement.Of(compiled, AnalyzerSet.Ours);
            AnalyzerMeasurement three = await AnalyzerMeasurement.Of(compiled, AnalyzerSet.Peer);
            AnalyzerMeasurement four = await AnalyzerMeasurement.Of(compiled, AnalyzerSet.Beside);
            if (round > 0)
            {
                compiler.Add(one);
                ours.Add(two);
                peer.Add(three);
                beside.Add(four);
            }
        }

        TimeSpan peerTime = Median(peer.Select(static measured => measured.Analyzers));
        Add(table, code, "none", compiler, peerTime, "");
        string wrong = Difference(code, ours[0]);
        Add(table, code, AnalyzerSet.Ours.Name, ours, peerTime, wrong.Length == 0 ? "as expected" : wrong);
        if (each)
        {
            AddEach(table, ours, peerTime);
        }

        Add(table, code, AnalyzerSet.Peer.Name, peer, peerTime, "");
        Add(table, code, AnalyzerSet.Beside.Name, beside, peerTime, "");
        return wrong.Length == 0;
    }

    private static void Add(Table table, CodeBase code, string name, List<AnalyzerMeasurement> measured, TimeSpan peer, string found)
    {
        TimeSpan spent = Median(measured.Select(static one => one.Analyzers));
        table.AddRow(
            code.Lines.ToString("N0", CultureInfo.InvariantCulture),
            code.Handlers.Count.ToString(CultureInfo.InvariantCulture),
            name,
            Seconds(Median(measured.Select(static one => one.Wall))),
            Seconds(spent),
            name == "none" ? "" : (spent / peer).ToString("P1", CultureInfo.InvariantCulture),
            found);
    }

    private static void AddEach(Table table, List<AnalyzerMeasurement> measured, TimeSpan peer)
    {
        IEnumerable<(string Name, TimeSpan Spent)> analyzers = measured[0].ByAnalyzer.Keys
            .Select(name => (Name: name, Spent: Median(measured.Select(one => one.ByAnalyzer[name]))))
            .OrderByDescending(static analyzer => analyzer.Spent);
        foreach ((string name, TimeSpan spent) in analyzers)
        {
            table.AddRow("", "", "  " + name, "", Seconds(spent), (spent / peer).ToString("P1", CultureInfo.InvariantCulture), "");
        }
    }

    // A fast analyzer that finds nothing is worth nothing.
    private static string Difference(CodeBase code, AnalyzerMeasurement measured)
    {
        IEnumerable<string> wrong = CodeBase.CountedRules
            .Select(rule => (Rule: rule, Expected: code.Expected(rule), Found: measured.Found.GetValueOrDefault(rule)))
            .Where(static counted => counted.Expected != counted.Found)
            .Select(static counted => $"{counted.Rule}: {counted.Found} instead of {counted.Expected}");
        return string.Join(", ", wrong);
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        TimeSpan[] sorted = [.. times.Order()];
        return sorted[sorted.Length / 2];
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture);
}

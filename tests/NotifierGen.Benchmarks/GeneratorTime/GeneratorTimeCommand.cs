using System.CommandLine;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Spectre.Console;

namespace NotifierGen.Benchmarks.GeneratorTime;

/// <summary>`generator`: what the generator costs in a build and after an edit, by number of devices, against Mediator's.</summary>
internal static class GeneratorTimeCommand
{
    public static Command Create()
    {
        var command = new Command("generator", "Times the generator over projects of device classes with five handlers each, against Mediator.SourceGenerator with as many notification handlers; the median of several rounds.");
        var classes = new Option<int[]>("--classes") { Description = "Numbers of classes.", DefaultValueFactory = _ => [10, 100, 1_000, 5_000], AllowMultipleArgumentsPerToken = true };
        var assemblies = new Option<int[]>("--assemblies")
        {
            Description = "Numbers of referenced assemblies over which the classes of the composition are spread.",
            DefaultValueFactory = _ => [1, 10, 50],
            AllowMultipleArgumentsPerToken = true,
        };
        var composed = new Option<int>("--composed") { Description = "How many classes the composition has.", DefaultValueFactory = _ => 1_000 };
        var rounds = new Option<int>("--rounds") { Description = "How often each is measured, after one round that warms up.", DefaultValueFactory = _ => 7 };
        command.Options.Add(classes);
        command.Options.Add(assemblies);
        command.Options.Add(composed);
        command.Options.Add(rounds);
        command.SetAction((parsed, _) => Task.FromResult(Run(parsed.GetValue(classes)!, parsed.GetValue(assemblies)!, parsed.GetValue(composed), parsed.GetValue(rounds))));
        return command;
    }

    private static int Run(int[] sizes, int[] assemblies, int composed, int rounds)
    {
        var table = new Table().AddColumns("assemblies", "classes", "handlers", "edit", "NotifierGen ms", "Mediator ms", "time", "NotifierGen MB", "Mediator MB", "bytes");
        foreach (int classes in sizes)
        {
            Measure(table, "", classes, code => code.Compile(classes), [HandlerEdit.Unrelated, HandlerEdit.Body, HandlerEdit.Signature], rounds);
        }

        foreach (int count in assemblies)
        {
            Measure(table, count.ToString(CultureInfo.InvariantCulture), composed, code => code.Compose(composed, count), [HandlerEdit.Unrelated], rounds);
        }

        AnsiConsole.Profile.Width = 180;
        AnsiConsole.Write(table);
        return 0;
    }

    // Both in turn, so that what else the machine does meanwhile hits both.
    private static void Measure(Table table, string assemblies, int classes, Func<HandlerCodeBase, CSharpCompilation> create, HandlerEdit[] edits, int rounds)
    {
        var ours = new List<Dictionary<string, GeneratorMeasurement>>();
        var peer = new List<Dictionary<string, GeneratorMeasurement>>();
        for (int round = 0; round <= rounds; round++)
        {
            Dictionary<string, GeneratorMeasurement> one = GeneratorMeasurement.Of(HandlerCodeBases.Ours, create(HandlerCodeBases.Ours), classes, edits, round);
            Dictionary<string, GeneratorMeasurement> two = GeneratorMeasurement.Of(HandlerCodeBases.Mediator, create(HandlerCodeBases.Mediator), classes, edits, round);
            if (round > 0)
            {
                ours.Add(one);
                peer.Add(two);
            }
        }

        foreach (string edit in ours[0].Keys)
        {
            Add(table, assemblies, classes, edit, [.. ours.Select(one => one[edit])], [.. peer.Select(one => one[edit])]);
        }
    }

    private static void Add(Table table, string assemblies, int classes, string edit, GeneratorMeasurement[] ours, GeneratorMeasurement[] peer)
    {
        double time = Median(ours.Select(static one => one.Time.TotalMilliseconds));
        double peerTime = Median(peer.Select(static one => one.Time.TotalMilliseconds));
        double allocated = Median(ours.Select(static one => one.Allocated / 1e6));
        double peerAllocated = Median(peer.Select(static one => one.Allocated / 1e6));
        table.AddRow(
            assemblies,
            classes.ToString("N0", CultureInfo.InvariantCulture),
            (classes * 5).ToString("N0", CultureInfo.InvariantCulture),
            edit,
            time.ToString("F2", CultureInfo.InvariantCulture),
            peerTime.ToString("F2", CultureInfo.InvariantCulture),
            Ratio(time, peerTime),
            allocated.ToString("F2", CultureInfo.InvariantCulture),
            peerAllocated.ToString("F2", CultureInfo.InvariantCulture),
            Ratio(allocated, peerAllocated));
    }

    private static string Ratio(double ours, double peer) => (ours / peer).ToString("F2", CultureInfo.InvariantCulture) + " x";

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}

using System.Globalization;
using System.Text;
using NotifierGen.Tool.Tests.Harness;

namespace NotifierGen.Tool.Tests.Tables;

/// <summary>Applications of random device libraries: the tool must say what the generator wrote.</summary>
public sealed class RandomTableTests
{
    private static readonly string[] s_moments =
    [
        "Setup", "Done", "Failed", "Failed, Phase.AfterVmStart", "Reclaimed", "Reclaimed, Phase.AfterVmStart",
        "IncomingSetup", "IncomingDone", "IncomingDone, Phase.AfterVmStart", "IncomingFailed", "PostcopyStart",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void TheTableIsTheOneThatTheGeneratorWrote(int seed)
    {
        Random random = new(seed);
        using TestFolder folder = new();
        List<string> types = [];
        List<GeneratedAssembly> libraries = [];
        for (int i = 0; i < 3; i++)
        {
            libraries.Add(GeneratedAssembly.Compile($"Lib{i}", Library(random, i, types), [.. libraries]));
            libraries[^1].WriteTo(folder);
        }

        GeneratedAssembly application = GeneratedAssembly.Compile(
            "App", Library(random, 3, types) + "[DispatchTable] public sealed partial class Board : MigrationDispatcher;", [.. libraries]);

        string table = ToolRun.Of("table", application.WriteTo(folder), "-f", "markdown") is { Code: 0 } run ? run.Output : "";

        Assert.Equal(application.RunTimeTable("Board", [.. libraries]), table);
    }

    /// <summary>Classes and interfaces that derive from each other across libraries, with edges to whatever was declared before.</summary>
    private static string Library(Random random, int number, List<string> types)
    {
        StringBuilder source = new();
        for (int i = 0; i < 6; i++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"N{number}_{random.Next(3)}_{i}");
            bool isInterface = random.Next(4) == 0;
            string[] bases = [.. types.Where(type => (isInterface ? type[0] == 'I' : random.Next(2) == 0) && random.Next(4) == 0).OrderBy(type => type[0] == 'I').ThenBy(_ => random.Next())];
            string[] kept = [.. bases.Where(type => type[0] == 'I').Prepend(isInterface ? "" : bases.FirstOrDefault(type => type[0] == 'N') ?? "").Where(type => type.Length > 0).Distinct()];
            string type = isInterface ? "I" + name : name;
            source.Append(CultureInfo.InvariantCulture, $"public {(isInterface ? "interface" : "class")} {type}{(kept.Length > 0 ? " : " : "")}{string.Join(", ", kept)} {{\n");
            for (int handler = 0; handler < 3; handler++)
            {
                string after = types.Count > 0 && random.Next(3) == 0 ? $", After = new[] {{ typeof({types[random.Next(types.Count)]}) }}" : "";
                string order = random.Next(4) == 0 ? string.Create(CultureInfo.InvariantCulture, $", Order = {random.Next(-2, 3)}") : "";
                string modes = random.Next(4) == 0 ? ", Modes = MigrationMode.CprExec | MigrationMode.Normal" : "";
                source.Append(CultureInfo.InvariantCulture, $"  [OnMigrationEvent({s_moments[random.Next(s_moments.Length)]}{after}{order}{modes})] public {(isInterface ? "" : "new ")}void H{handler}_{type}() {{ }}\n");
            }

            source.Append("}\n");
            types.Add(type);
        }

        return source.ToString();
    }
}

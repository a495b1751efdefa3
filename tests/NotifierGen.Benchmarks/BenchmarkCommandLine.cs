using System.CommandLine;
using NotifierGen.Benchmarks.AnalyzerTime;
using NotifierGen.Benchmarks.FirstTime;
using NotifierGen.Benchmarks.GeneratorTime;
using NotifierGen.Benchmarks.SyntheticCodeBase;

namespace NotifierGen.Benchmarks;

/// <summary>The command line: one command a bench.</summary>
internal static class BenchmarkCommandLine
{
    public static int Run(string[] arguments)
    {
        var root = new RootCommand("Measures NotifierGen, always against something else in the same run.");
        root.Subcommands.Add(CodeBaseCommand.Create());
        root.Subcommands.Add(AnalyzerTimeCommand.Create());
        root.Subcommands.Add(EditTimeCommand.Create());
        root.Subcommands.Add(GeneratorTimeCommand.Create());
        root.Subcommands.Add(FirstTimeCommand.Create());
        return root.Parse(arguments).Invoke();
    }
}

using System.CommandLine;
using Microsoft.CodeAnalysis;

namespace NotifierGen.Benchmarks.SyntheticCodeBase;

/// <summary>`code-base`: generates one, compiles it, says what it is like, and writes it to a folder if one is named.</summary>
internal static class CodeBaseCommand
{
    public static Command Create()
    {
        var command = new Command("code-base", "Generates a synthetic emulator and compiles it; fails if it has errors.");
        var lines = new Option<int>("--lines") { Description = "How many lines it has.", DefaultValueFactory = _ => 10_000 };
        var handlers = new Option<int>("--handlers") { Description = "How many migration handlers it has.", DefaultValueFactory = _ => 10 };
        var output = new Option<DirectoryInfo?>("--output") { Description = "A folder to write it to." };
        command.Options.Add(lines);
        command.Options.Add(handlers);
        command.Options.Add(output);
        command.SetAction(parsed => Run(new CodeBaseShape(parsed.GetValue(lines), parsed.GetValue(handlers)), parsed.GetValue(output)));
        return command;
    }

    private static int Run(CodeBaseShape shape, DirectoryInfo? output)
    {
        CodeBase code = CodeBase.Generate(shape);
        if (output is not null)
        {
            foreach (SourceFile file in code.Files)
            {
                string path = Path.Combine(output.FullName, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Text);
            }
        }

        int[] reach = [.. code.Handlers.Select(handler => handler.Reach).Order()];
        Console.WriteLine($"{code.Lines} lines in {code.Files.Count} files, {code.Handlers.Count} handlers");
        if (reach.Length > 0)
        {
            Console.WriteLine($"bodies that a handler reaches: median {reach[reach.Length / 2]}, 90th percentile {reach[reach.Length * 9 / 10]}, most {reach[^1]}");
            Console.WriteLine("warnings deserved: " + string.Join(", ", CodeBase.CountedRules.Where(rule => code.Expected(rule) > 0).Select(rule => $"{code.Expected(rule)} {rule}")));
        }

        Diagnostic[] errors = [.. new CompiledCodeBase(code).Compile().GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        foreach (Diagnostic error in errors.Take(20))
        {
            Console.Error.WriteLine(error);
        }

        return errors.Length == 0 ? 0 : 1;
    }
}

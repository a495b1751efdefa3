using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NotifierGen.Analyzers.Effects;
using NotifierGen.Benchmarks.SyntheticCodeBase;

namespace NotifierGen.Benchmarks.AnalyzerTime;

/// <summary>`edit`: how long after an edit in a body the handlers of the file that is looked at are judged anew, as an editor asks for it.</summary>
internal static class EditTimeCommand
{
    public static Command Create()
    {
        var command = new Command("edit", "Times warm edits of one method body: a new compilation, and the diagnostics of a file with a handler.");
        var lines = new Option<int>("--lines") { Description = "Lines of the code base.", DefaultValueFactory = _ => 400_000 };
        var handlers = new Option<int>("--handlers") { Description = "Handlers.", DefaultValueFactory = _ => 500 };
        var edits = new Option<int>("--edits") { Description = "How many edits.", DefaultValueFactory = _ => 100 };
        command.Options.Add(lines);
        command.Options.Add(handlers);
        command.Options.Add(edits);
        command.SetAction((parsed, _) => Run(new CodeBaseShape(parsed.GetValue(lines), parsed.GetValue(handlers)), parsed.GetValue(edits)));
        return command;
    }

    private static async Task<int> Run(CodeBaseShape shape, int edits)
    {
        var code = CodeBase.Generate(shape);
        Compilation compilation = new CompiledCodeBase(code).Compile();
        SyntaxTree[] withHandlers = [.. compilation.SyntaxTrees.Where(static tree => tree.ToString().Contains("OnMigrationEvent", StringComparison.Ordinal))];
        await Diagnose(compilation, withHandlers[0]);
        foreach (SyntaxTree tree in withHandlers)
        {
            await Diagnose(compilation, tree);
        }

        var with = new List<double>();
        var without = new List<double>();
        var random = new Random(7);
        for (int i = 0; i < edits; i++)
        {
            SyntaxTree file = compilation.SyntaxTrees.Where(static tree => tree.ToString().Contains("OnMigrationEvent", StringComparison.Ordinal)).ElementAt(random.Next(withHandlers.Length));
            SyntaxTree edited = EditBody(file, i);
            compilation = compilation.ReplaceSyntaxTree(file, edited);
            without.Add(await TimeBinding(compilation.Clone(), edited));
            var watch = Stopwatch.StartNew();
            await Diagnose(compilation, edited);
            with.Add(watch.Elapsed.TotalMilliseconds);
        }

        Report($"{code.Lines:N0} lines, {code.Handlers.Count} handlers, {edits} edits", with);
        Report("the compiler's diagnostics of the same files alone", without);
        return 0;
    }

    private static async Task<double> TimeBinding(Compilation compilation, SyntaxTree tree)
    {
        var watch = Stopwatch.StartNew();
        await Task.Run(() => compilation.GetSemanticModel(tree).GetDiagnostics());
        return watch.Elapsed.TotalMilliseconds;
    }

    private static Task<ImmutableArray<Diagnostic>> Diagnose(Compilation compilation, SyntaxTree tree)
    {
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers([new VcpuStateAnalyzer()], new AnalyzerOptions(ImmutableArray<AdditionalText>.Empty));
        return analysis.GetAnalyzerSemanticDiagnosticsAsync(analysis.Compilation.GetSemanticModel(tree), filterSpan: null, CancellationToken.None);
    }

    // A statement more in the first body of the file: what typing looks like.
    private static SyntaxTree EditBody(SyntaxTree tree, int number)
    {
        BlockSyntax body = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First(static method => method.Body is not null).Body!;
        SourceText text = tree.GetText();
        return tree.WithChangedText(text.WithChanges(new TextChange(new TextSpan(body.OpenBraceToken.Span.End, 0), string.Create(CultureInfo.InvariantCulture, $" _ = {number};"))));
    }

    private static void Report(string what, List<double> times)
    {
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: median {times[times.Count / 2]:F1} ms, 95th percentile {times[times.Count * 95 / 100]:F1} ms, most {times[^1]:F1} ms"));
    }
}

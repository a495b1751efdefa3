using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Analyzers.Handlers;
using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Robustness.Mutants;

/// <summary>Lets the generator and the analyzers loose on mutants.</summary>
internal sealed class MutantRun
{
    /// <summary>So many mutants are analysed to the end, as a build does it; so are all that have no errors.</summary>
    private const int FullAnalysisEvery = 10;

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(HandlerAnalyzer).Assembly.GetTypes()
            .Where(type => typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    // One driver a project, as in an IDE: it carries what it knows from mutant to mutant.
    private readonly Dictionary<Subject, GeneratorDriver> _drivers = [];

    /// <summary>How many mutants had no error of the compiler and none of ours.</summary>
    public int WithoutErrors { get; private set; }

    /// <summary>What goes wrong with a mutant; null if nothing does.</summary>
    public async Task<string?> FindMistake(Mutant mutant)
    {
        GeneratorDriver driver = _drivers.TryGetValue(mutant.Subject, out GeneratorDriver? existing)
            ? existing
            : GeneratedProject.CreateDriver(mutant.Subject.ParseOptions).RunGenerators(mutant.Subject.Whole);
        driver = driver.RunGeneratorsAndUpdateCompilation(mutant.Input, out Compilation output, out ImmutableArray<Diagnostic> ofGenerator);
        _drivers[mutant.Subject] = driver;
        if (ofGenerator.Length > 0 || driver.GetRunResult().Results.Single().Exception is not null)
        {
            return CompilerThrows(mutant.Input) ? null : $"{string.Join('\n', ofGenerator)}\n{driver.GetRunResult().Results.Single().Exception}";
        }

        if (Remembers(mutant, driver) is { } difference)
        {
            return difference;
        }

        Exception? thrown = null;
        CompilationWithAnalyzers analyzed = output.WithAnalyzers(s_analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => thrown = exception, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        string? mistake = null;
        if (mutant.Number % FullAnalysisEvery == 0 || !HasErrorsOfItsOwn(mutant, output))
        {
            ImmutableArray<Diagnostic> ofAnalyzers = await analyzed.GetAnalyzerDiagnosticsAsync();
            mistake = ofAnalyzers.Any(IsError) ? null : FindProblems(mutant, output);
        }
        else
        {
            // As an IDE does, which asks for the file that is being typed in.
            await analyzed.GetAnalyzerSyntaxDiagnosticsAsync(mutant.File, CancellationToken.None);
            await analyzed.GetAnalyzerSemanticDiagnosticsAsync(output.GetSemanticModel(mutant.File), null, CancellationToken.None);
        }

        return thrown is null ? mistake : CompilerThrows(mutant.Input) ? null : thrown.ToString();
    }

    /// <summary>Whether the compiler itself breaks, without anything of ours: a stray <c>::</c> in a cast does that to it.</summary>
    private static bool CompilerThrows(CSharpCompilation input)
    {
        try
        {
            // Anew: what was bound before is not bound again.
            _ = input.Clone().GetDiagnostics();
            return false;
        }
        catch (Exception exception) when (exception is InvalidCastException or AggregateException)
        {
            return true;
        }
    }

    /// <summary>What the generator still says because of an earlier mutant; null if it says the same as one that has seen none.</summary>
    private static string? Remembers(Mutant mutant, GeneratorDriver driver)
    {
        CSharpCompilation unseen = mutant.Input.RemoveAllSyntaxTrees().AddSyntaxTrees(mutant.Input.SyntaxTrees.Select(static tree => tree.WithRootAndOptions(tree.GetRoot(), tree.Options)));
        IReadOnlyDictionary<string, string> expected = GeneratedProject.SourcesOf(GeneratedProject.CreateDriver(mutant.Subject.ParseOptions).RunGenerators(unseen));
        IReadOnlyDictionary<string, string> sources = GeneratedProject.SourcesOf(driver);
        string[] different = [.. expected.Keys.Union(sources.Keys).Where(name => expected.GetValueOrDefault(name) != sources.GetValueOrDefault(name)).Order(StringComparer.Ordinal)];
        return different.Length == 0 ? null : "Generated otherwise after edits than from the start: " + string.Join(", ", different);
    }

    private string? FindProblems(Mutant mutant, Compilation output)
    {
        Diagnostic[] inInput = [.. Reported(mutant.Input).Where(diagnostic => !IsMendedByGenerator(diagnostic))];
        if (HasErrorsOfItsOwn(mutant, output) || inInput.Any(IsError))
        {
            return null;
        }

        WithoutErrors++;
        HashSet<string> known = [.. inInput.Select(diagnostic => diagnostic.ToString())];
        string[] problems = [.. Reported(output).Select(diagnostic => diagnostic.ToString()).Where(problem => !known.Contains(problem))];
        return problems.Length == 0 ? null : string.Join('\n', problems);
    }

    private static bool HasErrorsOfItsOwn(Mutant mutant, Compilation output) =>
        Reported(output).Any(diagnostic => IsError(diagnostic) && mutant.Input.ContainsSyntaxTree(diagnostic.Location.SourceTree) && !IsMendedByGenerator(diagnostic));

    private static IEnumerable<Diagnostic> Reported(Compilation compilation) =>
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed);

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    /// <summary>Without what is generated a dispatcher lacks its overrides.</summary>
    private static bool IsMendedByGenerator(Diagnostic diagnostic) =>
        diagnostic.Id == "CS0534"
        && diagnostic.Location.SourceTree?.GetRoot().FindNode(diagnostic.Location.SourceSpan) is ClassDeclarationSyntax type
        && type.AttributeLists.ToString().Contains("DispatchTable", StringComparison.Ordinal);
}

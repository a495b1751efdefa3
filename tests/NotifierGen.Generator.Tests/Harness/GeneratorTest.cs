using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotifierGen.Generator.Tests.Harness;

/// <summary>
/// The one way every generator test goes. Whatever a test is about, its project is also shown to compile without warnings at the oldest and
/// the newest language version, to leave everything cached in a second run, to keep no symbols, and not to depend on the order of files.
/// </summary>
internal static class GeneratorTest
{
    /// <summary>Checks a project and compares what is generated for it with the snapshot.</summary>
    public static async Task<GeneratedProject> Verify(TestProject project, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        GeneratedProject generated = Check(project);
        await Snapshot.Verify(generated.Driver, file, method);
        return generated;
    }

    /// <summary>As <see cref="Verify"/>, and then runs <c>Scenario.Run()</c> of the compiled project against the library.</summary>
    public static async Task<string> Run(TestProject project, [CallerFilePath] string file = "", [CallerMemberName] string method = "") =>
        CompiledProject.Run(await Verify(project, file, method));

    /// <summary>As <see cref="Run"/> without a snapshot: for what is told by what it does.</summary>
    public static string RunChecked(TestProject project) => CompiledProject.Run(Check(project));

    /// <summary>As <see cref="Verify"/> without a snapshot: for what is generated in numbers, or not at all.</summary>
    public static GeneratedProject Check(TestProject project)
    {
        GeneratedProject generated = GeneratedProject.Generate(project, LanguageVersion.Latest);
        foreach (GeneratedProject each in generated.References.Append(generated))
        {
            Assert.Null(each.Result.Exception);
            Assert.Empty(each.Diagnostics);
            CompilesWithoutWarnings(each);
            StepObjects.HoldNoSymbols(each.Result);
            SecondRunIsCached(each);
            FileOrderMakesNoDifference(each);
        }

        GeneratedProject oldest = GeneratedProject.Generate(project, project.OldestVersion);
        CompilesWithoutWarnings(oldest);
        Assert.Equal(generated.Sources(), oldest.Sources());

        GeneratedProject inIde = GeneratedProject.Generate(project, LanguageVersion.Latest, asImages: false);
        Assert.Equal(generated.Sources(), inIde.Sources());
        return generated;
    }

    private static void CompilesWithoutWarnings(GeneratedProject generated)
    {
        IEnumerable<Diagnostic> reported = generated.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed);
        Assert.True(!reported.Any(), $"{generated.Project.Name} at C# {generated.Output.LanguageVersion.ToDisplayString()}:\n{string.Join("\n", reported)}");
    }

    private static void SecondRunIsCached(GeneratedProject generated)
    {
        IncrementalRun.Of(generated, generated.Input.Clone()).IsAllCached();

        SyntaxTree unrelated = CSharpSyntaxTree.ParseText("namespace Unrelated { internal static class Nothing { } }", (CSharpParseOptions?)generated.Input.SyntaxTrees.First().Options);
        IncrementalRun.Of(generated, generated.Input.AddSyntaxTrees(unrelated)).IsAllCached();
    }

    private static void FileOrderMakesNoDifference(GeneratedProject generated)
    {
        CSharpCompilation shuffled = generated.Input.RemoveAllSyntaxTrees().AddSyntaxTrees(generated.Input.SyntaxTrees.Reverse());
        GeneratorDriver driver = GeneratedProject.CreateDriver((CSharpParseOptions)generated.Input.SyntaxTrees.First().Options).RunGenerators(shuffled);
        Assert.Equal(generated.Sources(), GeneratedProject.SourcesOf(driver));
    }
}

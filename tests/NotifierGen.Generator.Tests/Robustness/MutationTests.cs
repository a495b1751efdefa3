using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Robustness;

/// <summary>Half-typed source is what a generator mostly sees. Each test leaves out every token in turn.</summary>
public class MutationTests
{
    private static readonly string[] s_sources =
    [
        """
        namespace Devices
        {
            public abstract partial class Device<T> where T : class
            {
                [OnMigrationEvent(Setup, Order = 2, Modes = MigrationMode.Normal | MigrationMode.CprExec)]
                private SetupResult OnSetup(in MigrationContext context) => SetupResult.Accept;

                public partial record Port(int Number)
                {
                    [OnMigrationEvent(Failed, Phase.AfterVmStart, After = new[] { typeof(Device<>), typeof(Nic) })]
                    protected virtual void OnFailed() { }
                }
            }
        }
        """,
        """
        namespace Devices
        {
            public interface IPlug { [OnMigrationEvent(Done)] void Finish(); }

            public sealed partial class Nic : IPlug
            {
                [OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true, BudgetMicroseconds = 5)]
                [OnMigrationEvent(Failed, Phase.AfterVmStart, Before = new[] { typeof(IPlug) })]
                private static void OnFailed(in MigrationContext context) { }

                public void Finish() { }
            }
        }
        """,
        """
        namespace Emulator
        {
            public static partial class Outer
            {
                [DispatchTable]
                internal sealed partial class Board : MigrationDispatcher { }
            }
        }
        """,
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void AMissingTokenBreaksNothingThatIsGenerated(int mutated)
    {
        var project = new TestProject("Board", s_sources);
        CSharpCompilation whole = project.Compile(LanguageVersion.Latest, []);
        SyntaxTree tree = whole.SyntaxTrees[mutated];
        GeneratorDriver driver = GeneratedProject.CreateDriver((CSharpParseOptions)tree.Options).RunGenerators(whole);
        int compiled = 0;

        foreach (SyntaxToken token in tree.GetRoot().DescendantTokens().Where(token => token.Span.Length > 0))
        {
            SyntaxTree edited = tree.WithChangedText(tree.GetText().WithChanges(new TextChange(token.Span, "")));
            driver = driver.RunGeneratorsAndUpdateCompilation(whole.ReplaceSyntaxTree(tree, edited), out Compilation output, out ImmutableArray<Diagnostic> diagnostics);

            string what = $"without '{token}' at {token.SpanStart}";
            Assert.True(diagnostics.IsEmpty && driver.GetRunResult().Results.Single().Exception is null, what);
            Diagnostic[] problems = [.. output.GetDiagnostics().Where(each => each.Severity >= DiagnosticSeverity.Warning && !each.IsSuppressed)];
            if (!problems.Any(each => IsUsers(each, whole, edited)))
            {
                Assert.True(problems.Length == 0, what + ":\n" + string.Join("\n", problems.AsEnumerable()));
                compiled++;
            }
        }

        Assert.NotEqual(0, compiled);
    }

    [Fact]
    public void ADispatcherThatIsMarkedInTwoPartsIsPrintedOnce()
    {
        const string Part = "[DispatchTable] public sealed partial class Board : MigrationDispatcher { }";

        GeneratedProject generated = GeneratedProject.Generate(new TestProject("Board", Part, Part), LanguageVersion.Latest);

        Assert.Empty(generated.Diagnostics);
        Assert.Single(generated.Sources());
    }

    private static bool IsUsers(Diagnostic diagnostic, CSharpCompilation whole, SyntaxTree edited) =>
        diagnostic.Location.SourceTree is not { } tree || tree == edited || whole.ContainsSyntaxTree(tree);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Incremental;

/// <summary>What an edit costs: only what it changes is done again.</summary>
public class EditTests
{
    private const string Table = "Board-DispatchTable.g.cs";

    private static readonly TestProject s_project = new(
        "Board",
        """
        [DispatchTable]
        public sealed partial class Board : MigrationDispatcher { }

        /// <summary>Nothing that matters here.</summary>
        internal static class Unrelated
        {
            internal static int Count => 1;
        }
        """,
        """
        namespace Devices
        {
            // A network card.
            public sealed partial class Nic
            {
                private int _state;

                public int State => _state;

                [OnMigrationEvent(Setup)]
                private void OnSetup() { _state = 1; }

                [OnMigrationEvent(Failed)]
                private void OnFailed() { _state = 2; }
            }
        }
        """,
        """
        namespace Devices
        {
            public sealed class Uart
            {
                [OnMigrationEvent(Failed)]
                public void OnFailed() { }
            }
        }
        """);

    private readonly GeneratedProject _first = GeneratorTest.Check(s_project);

    [Theory]
    [InlineData("body", "_state = 1;", "_state = 3; _state++;")]
    [InlineData("comment", "// A network card.", "// A network card,\n    // in two lines.")]
    [InlineData("unrelated file", "=> 1;", "=> 2;")]
    [InlineData("private field", "private int _state;", "private int _other = 1, _state = 0; public int Other => _other;")]
    public void AnEditThatConcernsNoHandlerLeavesAllCached(string edit, string find, string replacement)
    {
        IncrementalRun run = IncrementalRun.AfterEdit(_first, find, replacement);

        run.IsAllCached();
        Assert.True(run.Rewritten(_first).Count == 0, edit);
    }

    [Fact]
    public void ASignatureEditRewritesItsDeviceOnly()
    {
        IncrementalRun run = IncrementalRun.AfterEdit(_first, "OnFailed() { _state", "OnFailed(in MigrationContext context) { _state");

        Assert.Equal(["Devices.Nic.g.cs"], run.Rewritten(_first));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged], run.Reasons(Steps.Devices));
        Assert.All(run.Reasons(Steps.Table), reason => Assert.NotEqual(IncrementalStepRunReason.Modified, reason));
    }

    [Fact]
    public void AnAttributeEditRewritesItsDeviceAndTheTable()
    {
        IncrementalRun run = IncrementalRun.AfterEdit(_first, "[OnMigrationEvent(Setup)]", "[OnMigrationEvent(Setup, Order = 3)]");

        Assert.Equal([Table, "Devices.Nic.g.cs"], run.Rewritten(_first));
        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(Steps.Table));
        Assert.All(run.Reasons(Steps.RowClasses), reason => Assert.NotEqual(IncrementalStepRunReason.Modified, reason));
    }

    [Fact]
    public void ANewDeviceRewritesManifestAndTableButNoOtherDevice()
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(
            "using NotifierGen; using static NotifierGen.MigrationEvent; public class Zoom { [OnMigrationEvent(Done)] public void OnDone() { } }",
            (CSharpParseOptions)_first.Input.SyntaxTrees[0].Options);

        IncrementalRun run = IncrementalRun.Of(_first, _first.Input.AddSyntaxTrees(tree));

        Assert.Equal([Table, "NotifierGen-Manifest.g.cs", "Zoom.g.cs"], run.Rewritten(_first));
    }

    [Fact]
    public void AnErrorTakesTheRowAwayAndItsRepairBringsItBack()
    {
        IncrementalRun broken = IncrementalRun.AfterEdit(_first, "OnFailed() { _state", "OnFailed(int wrong) { _state");

        Assert.Equal([Table, "Devices.Nic.g.cs"], broken.Rewritten(_first));
        Assert.Equal(_first.Sources(), GeneratedProject.SourcesOf(broken.Driver.RunGenerators(_first.Input)));
    }

    [Fact]
    public void AnEditInAReferencedProjectReachesTheTableOnlyIfRowsChange()
    {
        var devices = new TestProject("Devices", "public class Nic { public int Speed = 1; [OnMigrationEvent(Failed)] public void OnFailed() { } }");
        var emulator = new TestProject("Emulator", "[DispatchTable] public partial class Board : MigrationDispatcher { }") { References = [devices] };
        GeneratedProject first = GeneratedProject.Generate(emulator, LanguageVersion.Latest, asImages: false);

        Assert.Empty(After("Speed = 1", "Speed = 2").Rewritten(first));
        Assert.Equal([Table], After("(Failed)", "(Done)").Rewritten(first));

        IncrementalRun After(string find, string replacement)
        {
            GeneratedProject reference = first.References.Single();
            IncrementalRun edited = IncrementalRun.AfterEdit(reference, find, replacement);
            SyntaxTree old = reference.Input.SyntaxTrees.Single();
            CSharpCompilation input = reference.Input.ReplaceSyntaxTree(
                old, old.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(old.ToString().Replace(find, replacement, StringComparison.Ordinal))));
            Compilation output = input.AddSyntaxTrees(edited.Driver.GetRunResult().GeneratedTrees);
            MetadataReference before = first.Input.References.Single(each => each is CompilationReference);
            return IncrementalRun.Of(first, first.Input.ReplaceReference(before, output.ToMetadataReference()));
        }
    }
}

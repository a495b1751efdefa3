using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Tests.Testing;

namespace NotifierGen.Analyzers.Tests.Effects;

/// <summary>Typing in an editor: every edit is a new compilation, and only what was edited is looked at anew.</summary>
public sealed class EditTests
{
    private const string Nic = """
        using Board;

        public sealed class Nic(Machine machine, Queues queues)
        {
            private readonly Machine _machine = machine;

            [OnMigrationEvent(Failed, RequiresStoppedVm = true)]
            public void OnFailed() { queues.Reset(); }
        }
        """;

    private const string Queues = """
        using Board;

        public sealed class Queues(Machine machine, Arm arm)
        {
            public void Reset()
            {
                arm.Prepare();
                arm.SetRegister();
            }

            public void Other() => machine.Start();
        }
        """;

    private const string Arm = """
        using Board;

        public sealed class Arm(Machine machine, Cpu cpu)
        {
            public void Prepare() { }
            public void SetRegister() => cpu.Pc = 0;
            public void Start() => machine.Start();
        }
        """;

    [Fact]
    public async Task AnEditInABodyIsFollowedAndOnlyItsFileIsLoweredAgain()
    {
        Compilation compilation = Compile();
        (string[] before, _) = await Analyze(compilation);
        Assert.Empty(before);

        (string[] broken, string[] loweredByBreaking) = await Analyze(compilation = Edit(compilation, "Arm.cs", "public void Prepare() { }", "public void Prepare() { machine.Start(); }"));
        (string[] mended, string[] loweredByMending) = await Analyze(compilation = Edit(compilation, "Arm.cs", "{ machine.Start(); }", "{ /* machine.Start(); */ }"));
        (string[] moved, string[] loweredByMoving) = await Analyze(Edit(compilation, "Queues.cs", "arm.Prepare();", "arm.Start();"));

        Assert.Equal(["Nic.cs:8 NG1001", "Nic.cs:8 NG1004"], broken);
        Assert.Equal(["Arm.cs"], loweredByBreaking);
        Assert.Empty(mended);
        Assert.Equal(["Arm.cs"], loweredByMending);
        Assert.Equal(["Nic.cs:8 NG1001", "Nic.cs:8 NG1004"], moved);

        // What was not called before is lowered for the first time.
        Assert.Equal(["Arm.cs", "Queues.cs"], loweredByMoving);
    }

    [Fact]
    public async Task AnEditOfTheHandlerLowersNothingElse()
    {
        Compilation compilation = Compile();
        await Analyze(compilation);

        (string[] found, string[] lowered) = await Analyze(Edit(compilation, "Nic.cs", "{ queues.Reset(); }", "{ _machine.Start(); queues.Reset(); }"));

        Assert.Equal(["Nic.cs:8 NG1001", "Nic.cs:8 NG1004"], found);
        Assert.Equal(["Nic.cs"], lowered);
    }

    [Fact]
    public async Task AnEditOfADeclarationIsFollowedEverywhere()
    {
        Compilation compilation = Compile();
        await Analyze(compilation);

        (string[] found, string[] lowered) = await Analyze(Edit(compilation, "Arm.cs", "public void Prepare()", "[ResumesVm] public void Prepare()"));

        Assert.Equal(["Nic.cs:8 NG1001", "Nic.cs:8 NG1004"], found);
        Assert.Contains("Queues.cs", lowered);
    }

    [Fact]
    public void ACompilationIsNotKept()
    {
        WeakReference compilation = AnalyzeAndForget();

        for (int i = 0; i < 10 && compilation.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(compilation.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference AnalyzeAndForget()
    {
        CSharpCompilation compilation = Compile();
#pragma warning disable xUnit1031 // An awaited method keeps its locals for longer than this test may.
        _ = Task.Run(() => Analyze(compilation)).Result;
#pragma warning restore xUnit1031
        return new WeakReference(compilation);
    }

    private static CSharpCompilation Compile()
    {
        var parsing = new CSharpParseOptions(LanguageVersion.CSharp14);
        (string Path, string Text)[] files =
        [
            ("Usings.cs", "global using System; global using System.Threading.Tasks; global using NotifierGen; global using static NotifierGen.MigrationEvent;"),
            ("Board.cs", HandlerTest.Board), ("Nic.cs", Nic), ("Queues.cs", Queues), ("Arm.cs", Arm),
        ];
        return CSharpCompilation.Create(
            "board",
            files.Select(file => CSharpSyntaxTree.ParseText(file.Text, parsing, file.Path)),
            DeviceProject.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    }

    private static Compilation Edit(Compilation compilation, string file, string old, string now)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == file);
        string text = tree.ToString();
        Assert.Contains(old, text, StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(text.Replace(old, now, StringComparison.Ordinal))));
    }

    private static async Task<(string[] Found, string[] Lowered)> Analyze(Compilation compilation)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        Assert.Empty(compilation.GetDiagnostics(cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var options = new AnalyzerOptions(ImmutableArray<AdditionalText>.Empty);
        var witness = new CompilationWitness();
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers([new VcpuStateAnalyzer(), witness], options);
        ImmutableArray<Diagnostic> found = await analysis.GetAnalyzerDiagnosticsAsync(cancellationToken);
        var program = EffectProgram.Of(witness.Compilation!, options, AnalysisVariant.None);
        return (
            [.. found.Select(diagnostic => $"{diagnostic.Location.SourceTree!.FilePath}:{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1} {diagnostic.Id}").Order(StringComparer.Ordinal)],
            [.. program.LoweredMembers.Keys.Select(tree => program.Files.Tree(tree).FilePath).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Sees the compilation that the driver gives to analyzers.</summary>
#pragma warning disable RS1001 // Not for hosts.
    private sealed class CompilationWitness : DiagnosticAnalyzer
#pragma warning restore RS1001
    {
        public Compilation? Compilation { get; private set; }

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new DiagnosticDescriptor("TEST1", "Never", "Never", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterCompilationAction(end => Compilation = end.Compilation);
        }
    }
}

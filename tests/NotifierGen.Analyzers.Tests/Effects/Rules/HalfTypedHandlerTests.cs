using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Tests.Testing;

namespace NotifierGen.Analyzers.Tests.Effects.Rules;

/// <summary>Handlers that are being typed: the analysis follows what is there, and never throws.</summary>
public sealed class HalfTypedHandlerTests
{
    private const string Device = """
        using System.Linq;
        using Board;

        public partial class Nic(Machine machine, Cpu cpu)
        {
            private event Action? Changed;
            private Action? _later;
            private readonly List<long> _cells = [];

            [OnMigrationEvent(Failed, Phase.AfterVmStart)]
            public void OnFailed(in MigrationContext context)
            {
                if (!context.VcpusStopped && machine is { IsRunning: true }) { return; }
                using (machine.ObtainPausedState()) { cpu.Pc = 0; }
                try { Run(() => cpu.Reset()); } catch (Exception e) when (e.Message == $"{cpu.Pc}") { throw; } finally { machine.Start(); }
                foreach (long cell in Cells().Where(cell => cell > cpu.Pc)) { (cpu.Pc, cpu.Flags) = (cell, cpu[1]); }
                _later = cpu.Reset; Changed += () => cpu.Pc++; Changed?.Invoke();
                ref long flags = ref cpu.Flags; flags += cpu switch { { Halted: true } => 1, _ => 2 };
                Task task = ResetAsync(); task.Wait();
                for (int i = 0; i < 4; i++) { goto End; }
                End: Zero(); void Zero() => cpu.Pc = 0;
            }

            private void Run(Action action) => action();
            private IEnumerable<long> Cells() { yield return cpu.Pc; }
            private async Task ResetAsync() { await Task.Yield(); await foreach (int n in Numbers()) { cpu.Pc = n; } }
            private async IAsyncEnumerable<int> Numbers() { await Task.Yield(); yield return 1; }
            private long Current { get => cpu.Pc; set => cpu.Pc = value; }
            public static Nic operator +(Nic left, Nic right) => left with { };
        }
        """;

    [Theory]
    [InlineData("class Nic(Board.Cpu cpu) { [OnMigrationEvent(Failed)] public void OnFailed() => Halt(); } private int Halt() => 0; Halt();")]
    [InlineData("class Nic(Board.Cpu cpu) { Action a; [OnMigrationEvent(Failed)] public void OnFailed() => a = Halt; } void Halt() { } Halt();")]
    [InlineData("class Nic(Board.Cpu cpu) { [OnMigrationEvent(Failed)] public void OnFailed() => cpu. }")]
    [InlineData("class Nic(Board.Cpu cpu) { [OnMigrationEvent(Failed)] public void OnFailed() { cpu.Pc = } }")]
    [InlineData("class Nic(Board.Cpu cpu) { [OnMigrationEvent(Failed)] public void OnFailed() { cpu.Pc += cpu.Nothing(; }")]
    [InlineData("class Nic(Board.Cpu cpu) { [OnMigrationEvent(Failed)] public void OnFailed() { Missing.Call(() => cpu.Pc = 0); foreach (var x in missing) cpu.Pc = x; } }")]
    [InlineData("class Nic(Board.Cpu cpu) { [OnMigrationEvent(Failed)] public void OnFailed() { using (cpu) { using var x = ; } } }")]
    [InlineData("class Nic(Board.Cpu cpu) : Nic { [OnMigrationEvent(Failed)] public override void OnFailed() { base.OnFailed(); OnFailed(); } }")]
    [InlineData("class Nic : Missing, IMissing { [OnMigrationEvent(Failed)] public void OnFailed() { base.Reset(); this.Reset(); new Nic { Pc = 1 }; } }")]
    [InlineData("class Nic { [OnMigrationEvent(Failed)] public void OnFailed() { OnFailed(1); } void OnFailed(int n) => OnFailed(n, n); }")]
    [InlineData("class Nic { [OnMigrationEvent(Failed)] public void OnFailed() } void OnFailed() { }")]
    [InlineData("class Nic { [OnMigrationEvent(Failed)] public async void OnFailed() { await ; yield return await Task.Yield(); } }")]
    [InlineData("class Nic { [OnMigrationEvent(Failed)] public void OnFailed() { goto Nowhere; break; continue; case 1: return 1; } }")]
    [InlineData("class Nic { [OnMigrationEvent(Failed)] public void OnFailed() { int F() => F(; F(); void F() { } F(); } }")]
    [InlineData("class Nic { long Pc { get => Pc; } = Pc; long Other = Other; [OnMigrationEvent(Failed)] public void OnFailed() { _ = new Nic().Pc; } Nic() : this() { } }")]
    public Task CodeThatDoesNotCompileDoesNoHarm(string source) => AssertNothingThrows(source);

    [Fact]
    public async Task AFileCutOffAnywhereDoesNoHarm()
    {
        for (int length = 400; length < Device.Length; length += 31)
        {
            await AssertNothingThrows(Device[..length]);
        }
    }

    [Fact]
    public async Task AFileWithAnyTokenMissingDoesNoHarm()
    {
        SyntaxToken[] tokens = [.. (await CSharpSyntaxTree.ParseText(Device, cancellationToken: TestContext.Current.CancellationToken).GetRootAsync(TestContext.Current.CancellationToken)).DescendantTokens()];
        for (int missing = 0; missing < tokens.Length; missing += 5)
        {
            await AssertNothingThrows(Device.Remove(tokens[missing].SpanStart, tokens[missing].Span.Length));
        }
    }

    private static async Task AssertNothingThrows(string source)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "HalfTyped",
            [
                CSharpSyntaxTree.ParseText(DeviceProject.GlobalUsings, options, "GlobalUsings.cs"),
                CSharpSyntaxTree.ParseText(HandlerTest.Board, options, "Board.cs"),
                CSharpSyntaxTree.ParseText(source, options, "Nic.cs"),
            ],
            DeviceProject.References,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        var analysis = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> reported = await compilation
            .WithAnalyzers([new VcpuStateAnalyzer()], analysis)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Diagnostic? thrown = reported.FirstOrDefault(diagnostic => diagnostic.Id == "AD0001");
        Assert.True(thrown is null, $"{thrown}\n\n{source}");
    }
}

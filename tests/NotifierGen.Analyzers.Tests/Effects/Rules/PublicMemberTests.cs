using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Tests.Testing;
using static NotifierGen.Analyzers.Tests.Effects.ContractTest;

namespace NotifierGen.Analyzers.Tests.Effects.Rules;

/// <summary>NG1011: what other assemblies can use says what it does to the VM.</summary>
public sealed class PublicMemberTests
{
    [Theory]

    // Touches, resumes, pauses; directly and through calls.
    [InlineData("public void {|NG1011:Rewind|}() => _cpu.Pc = 0;")]
    [InlineData("public long {|NG1011:Read|}() => _cpu.Pc;")]
    [InlineData("public void {|NG1011:Go|}() => _machine.Start();")]
    [InlineData("public void {|NG1011:Halt|}() => _machine.Stop();")]
    [InlineData("public IDisposable {|NG1011:Freeze|}() => _machine.ObtainPausedState();")]
    [InlineData("public void {|NG1011:Rewind|}() => Zero(); private void Zero() => _cpu.Pc = 0;")]
    [InlineData("public void {|NG1011:Rewind|}(bool twice) { if (twice) { _machine.Stop(); } _cpu.Pc = 0; }")]
    [InlineData("public void {|NG1011:Rewind|}() => _later = () => _cpu.Pc = 0;")]
    [InlineData("public void {|NG1011:Go|}() => _later = _machine.Start;")]

    // Every kind of member, each once.
    [InlineData("public long {|NG1011:Pc|} { get => _cpu.Pc; set => _cpu.Pc = value; }")]
    [InlineData("public long {|NG1011:Pc|} => _cpu.Pc;")]
    [InlineData("public long {|NG1011:this|}[int index] => _cpu[index];")]
    [InlineData("public event Action {|NG1011:Trapped|} { add => _cpu.Trapped += value; remove => _cpu.Trapped -= value; }")]
    [InlineData("public static long operator {|NG1011:+|}(Part part, int offset) => part._cpu.Pc + offset;")]
    [InlineData("public static explicit operator {|NG1011:long|}(Part part) => part._cpu.Pc;")]
    [InlineData("public {|NG1011:Part|}(Machine machine) : this(machine, new Cpu()) => machine.Start();")]
    [InlineData("public IEnumerable<long> {|NG1011:All|}() { yield return _cpu.Pc; }")]
    [InlineData("public async Task {|NG1011:RewindAsync|}() { await Task.Yield(); _cpu.Pc = 0; }")]
    [InlineData("protected void {|NG1011:Rewind|}() => _cpu.Pc = 0;")]
    [InlineData("protected internal virtual void {|NG1011:Rewind|}() => _cpu.Pc = 0;")]
    [InlineData("public class Inner(Cpu cpu) { public void {|NG1011:Rewind|}() => cpu.Pc = 0; }")]
    public Task WhatSaysNothingIsReported(string members) => Members(members);

    [Theory]
    [InlineData("Start", "resumes the VM by 'Machine.Start'", "ResumesVm")]
    [InlineData("Stop", "pauses the VM", "PausesVm")]
    public Task EachThingIsSaidForItself(string call, string does, string attribute)
    {
        Rule<EffectContractAnalyzer>.AnalyzerTest test = Test($$"""
            public class Part(Machine machine, Cpu cpu)
            {
                public void {|#0:Work|}()
                {
                    cpu.Pc = 0;
                    machine.{{call}}();
                }
            }
            """);
        foreach ((string text, string missing) in new[] { ("writes vCPU state 'Cpu.Pc'", "VcpuState"), (does, attribute) })
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("NG1011", DiagnosticSeverity.Info)
                .WithLocation(0)
                .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
                .WithArguments("Part.Work", text, missing));
        }

        return Run(test);
    }

    [Theory]

    // Said, or trusted.
    [InlineData("[VcpuState] public void Rewind() => _cpu.Pc = 0;")]
    [InlineData("[VcpuState] public long Pc { get => _cpu.Pc; set => _cpu.Pc = value; }")]
    [InlineData("[VcpuSafe] public long Read() => _cpu.Pc;")]
    [InlineData("[ResumesVm] public void Go() => _machine.Start();")]
    [InlineData("[PausesVm] public void Halt() => _machine.Stop();")]
    [InlineData("[PausesVm] public IDisposable Freeze() => _machine.ObtainPausedState();")]
    [InlineData("[NoVmEffect] public void Rewind() { _cpu.Pc = 0; _machine.Start(); }")]
    [InlineData("[AssertsVmStopped] public void Check() { if (!_machine.IsPaused) { throw new InvalidOperationException(); } }")]

    // Nothing to say: paused meanwhile, or asked before.
    [InlineData("public void Rewind() { using (_machine.ObtainPausedState()) { _cpu.Pc = 0; } }")]
    [InlineData("public bool TryRewind() { if (!_machine.IsPaused) { return false; } _cpu.Pc = 0; return true; }")]
    [InlineData("public void Check() { if (!_machine.IsPaused) { throw new InvalidOperationException(); } }")]
    [InlineData("public void MaybeHalt(bool really) { if (really) { _machine.Stop(); } }")]
    [InlineData("public int Id => _cpu.Id;")]
    [InlineData("public Cpu Cpu => _cpu;")]

    // Nobody else's business.
    [InlineData("internal void Rewind() => _cpu.Pc = 0;")]
    [InlineData("private protected void Rewind() => _cpu.Pc = 0;")]
    [InlineData("private void Rewind() => _cpu.Pc = 0;")]
    [InlineData("internal class Inner(Cpu cpu) { public void Rewind() => cpu.Pc = 0; }")]
    [InlineData("[OnMigrationEvent(Failed)] public void OnFailed() => _cpu.Pc = 0;")]

    // What no attribute could say.
    [InlineData("public Part(Cpu cpu) : this(new Machine(), cpu) => cpu.Pc = 0;")]
    [InlineData("public sealed class Pause(Machine machine) : IDisposable { public void Dispose() => machine.Start(); }")]
    public Task WhatSaysItOrHasNothingToSayIsNot(string members) => Members(members);

    [Fact]
    public Task TheEndOfAPauseIsNoResumeOfItsOwn() => Members(
        "[PausesVm] public IDisposable Freeze() { _machine.Stop(); return new Release(_machine.Start); }",
        "internal sealed class Release(Action resume) : IDisposable { public void Dispose() => resume(); }");

    [Fact]
    public Task TheMessageTellsWhereItHappens()
    {
        Rule<EffectContractAnalyzer>.AnalyzerTest test = Test("""
            public class Part(Cpu cpu)
            {
                public void {|#0:Rewind|}() => Zero();

                private void Zero() => {|#1:cpu.Pc|} = 0;
            }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("NG1011", DiagnosticSeverity.Info)
            .WithLocation(0)
            .WithLocation(1)
            .WithMessage("'Part.Rewind' writes vCPU state 'Cpu.Pc' (Test0.cs:8), and other assemblies cannot know; add [VcpuState]"));
        return Run(test);
    }

    [Fact]
    public Task APragmaSuppressesIt() => Members("""

        #pragma warning disable NG1011
        public void Rewind() => _cpu.Pc = 0;
        #pragma warning restore NG1011
        """);

    [Theory]
    [InlineData(null, null)]
    [InlineData(ReportDiagnostic.Suppress, null)]
    [InlineData(ReportDiagnostic.Warn, DiagnosticSeverity.Warning)]
    [InlineData(ReportDiagnostic.Error, DiagnosticSeverity.Error)]
    public async Task ItIsOffUntilAnEditorconfigTurnsItOn(ReportDiagnostic? configured, DiagnosticSeverity? reported)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        string[] sources = [DeviceProject.GlobalUsings, HandlerTest.Board, "public class Part(Board.Cpu cpu) { public void Rewind() => cpu.Pc = 0; }"];
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Library",
            sources.Select(text => CSharpSyntaxTree.ParseText(text, cancellationToken: cancellationToken)),
            DeviceProject.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary).WithSyntaxTreeOptionsProvider(new Editorconfig(configured)));

        ImmutableArray<Diagnostic> diagnostics = await compilation
            .WithAnalyzers([new EffectContractAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(cancellationToken);

        Assert.Equal(reported is { } severity ? [severity] : [], diagnostics.Select(diagnostic => diagnostic.Severity));
    }

    /// <summary>Sets the severity of NG1011 in every file.</summary>
    private sealed class Editorconfig(ReportDiagnostic? configured) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = configured ?? ReportDiagnostic.Default;
            return configured is not null && diagnosticId == "NG1011";
        }

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Default;
            return false;
        }
    }
}

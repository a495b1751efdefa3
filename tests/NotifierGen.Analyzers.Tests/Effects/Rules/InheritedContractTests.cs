using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Tests.Testing;
using static NotifierGen.Analyzers.Tests.Effects.ContractTest;

namespace NotifierGen.Analyzers.Tests.Effects.Rules;

/// <summary>NG1012: an override or implementation does no more than what it inherits says.</summary>
public sealed class InheritedContractTests
{
    private const string Types = """
        public abstract class Core
        {
            [VcpuState] public virtual void Step() { }
            [ResumesVm] public virtual void Run() { }
            [PausesVm] public virtual void Halt() { }
            [PausesVm] public virtual IDisposable Freeze() => throw new NotSupportedException();
            [NoVmEffect] public virtual void Draw() { }
            [VcpuSafe] public virtual int Id => 0;
            [VcpuState] public virtual long Pc { get => 0; set { } }
            [VcpuState, ResumesVm] public virtual void StepAndRun() { }
            [AssertsVmStopped] public virtual void Check() { }
            public virtual void Nothing() { }
        }

        public interface ICore
        {
            [VcpuState] void Advance() { }
            [NoVmEffect] string Describe() => "";
        }
        """;

    [Theory]
    [InlineData("public override void {|NG1012:Step|}() => _machine.Start();")]
    [InlineData("public override void {|NG1012:Step|}() { _cpu.Pc = 0; Go(); }")]
    [InlineData("public override void {|NG1012:Step|}() => _later = _machine.Start;")]
    [InlineData("public override void {|NG1012:Run|}() { _machine.Start(); _cpu.Pc = 0; }")]
    [InlineData("public override void {|NG1012:Halt|}() { _cpu.Pc = 0; _machine.Stop(); }")]
    [InlineData("public override void {|NG1012:Halt|}() { _machine.Stop(); _machine.Start(); }")]
    [InlineData("public override void {|NG1012:Draw|}() => _cpu.Pc = 0;")]
    [InlineData("public override int {|NG1012:Id|} => (int)_cpu.Pc;")]
    [InlineData("public override long {|NG1012:Pc|} { get { _machine.Start(); return 0; } set => _machine.Start(); }")]
    [InlineData("public sealed override void {|NG1012:Check|}() => _machine.Start();")]

    // Interfaces, by name and explicitly.
    [InlineData("public void {|NG1012:Advance|}() => _machine.Start();")]
    [InlineData("void ICore.{|NG1012:Advance|}() => _machine.Start();")]
    [InlineData("public string {|NG1012:Describe|}() => _cpu.Pc.ToString();")]

    // The attribute on the override alone is not seen by those who call the overridden member.
    [InlineData("[ResumesVm] public override void {|NG1012:Step|}() => _machine.Start();")]
    public Task WhatDoesMoreIsReported(string members) => Part(members);

    [Theory]
    [InlineData("public override void Step() => _cpu.Pc = 0;")]
    [InlineData("public override void Step() { }")]
    [InlineData("public override void Step() { _cpu.Pc = 0; _machine.Stop(); }")]
    [InlineData("public override void Run() { _cpu.Pc = 0; _machine.Start(); }")]
    [InlineData("public override void Halt() { _machine.Stop(); _cpu.Pc = 0; }")]
    [InlineData("public override IDisposable Freeze() => _machine.ObtainPausedState();")]
    [InlineData("public override IDisposable Freeze() { _machine.Stop(); return new Release(_machine.Start); }")]
    [InlineData("public override void Draw() => _machine.Stop();")]
    [InlineData("public override void Draw() { using (_machine.ObtainPausedState()) { _cpu.Pc = 0; } }")]
    [InlineData("public override long Pc { get => _cpu.Pc; set => _cpu.Pc = value; }")]
    [InlineData("public override void StepAndRun() { _machine.Start(); _cpu.Pc = 0; }")]
    [InlineData("public override void Check() { if (!_machine.IsPaused) { throw new InvalidOperationException(); } }")]
    [InlineData("public void Advance() => _cpu.Pc = 0;")]

    // No contract, no breach: the analysis looks into each of these.
    [InlineData("public override void Nothing() { _cpu.Pc = 0; _machine.Start(); }")]
    [InlineData("public new void Step() => _machine.Start();")]
    [InlineData("public override string ToString() => _cpu.Pc.ToString();")]

    // Trusted where it is written.
    [InlineData("[NoVmEffect] public override void Step() => _machine.Start();")]
    [InlineData("public override void Step() => Trusted(); [NoVmEffect] private void Trusted() => _machine.Start();")]
    public Task WhatKeepsToItIsNot(string members) => Part(members);

    [Fact]
    public Task AContractFartherUpHoldsToo() => Part("", """
        public class Middle : Core { public override void Draw() => base.Draw(); }

        public class Leaf(Machine machine) : Middle { public override void {|NG1012:Draw|}() => machine.Start(); }
        """);

    [Fact]
    public Task AMachineMayPrepareItsCpusBeforeItStarts() => Run(Test("""
        public sealed class Emulator(Cpu cpu) : IVirtualMachine
        {
            public bool IsRunning { get; private set; }

            public void Start()
            {
                cpu.Halted = false;
                IsRunning = true;
            }

            public void Stop() => IsRunning = false;
        }
        """));

    [Fact]
    public Task AContractInAFileOfFactsCounts()
    {
        Rule<EffectContractAnalyzer>.AnalyzerTest test = Test("""
            public abstract class Core { public abstract void Step(); }

            public sealed class Fast(Machine machine) : Core { public override void {|NG1012:Step|}() => machine.Start(); }
            """);
        test.TestState.AdditionalFiles.Add(("VmEffects.txt", "vcpu-state M:Core.Step\n"));
        return Run(test);
    }

    [Fact]
    public Task TheMessageNamesBothAndTheFixFindsTheOverriddenMember()
    {
        Rule<EffectContractAnalyzer>.AnalyzerTest test = Test("""
            public abstract class Core
            {
                [VcpuState]
                public abstract void {|#1:Step|}();
            }

            public sealed class Fast(Machine machine) : Core
            {
                public override void {|#0:Step|}() => Go();

                private void Go() => machine.Start();
            }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("NG1012", DiagnosticSeverity.Warning)
            .WithLocation(0)
            .WithLocation(1)
            .WithMessage("'Fast.Step' resumes the VM by 'Machine.Start' (Test0.cs:14), which 'Core.Step' does not say; add [ResumesVm] to 'Core.Step'"));
        return Run(test);
    }

    [Fact]
    public Task APragmaSuppressesIt() => Part("""

        #pragma warning disable NG1012
        public override void Step() => _machine.Start();
        #pragma warning restore NG1012
        """);

    [Fact]
    public Task AnEditorconfigTurnsItOff()
    {
        Rule<EffectContractAnalyzer>.AnalyzerTest test = Test("""
            public abstract class Core { [VcpuState] public abstract void Step(); }

            public sealed class Fast(Machine machine) : Core { public override void Step() => machine.Start(); }
            """);
        test.TestState.AnalyzerConfigFiles.Add(DeviceProject.Severity("NG1012", "none"));
        return Run(test);
    }

    // The class under test derives from both.
    private static Task Part(string members, string types = "")
    {
        Rule<EffectContractAnalyzer>.AnalyzerTest test = Test($$"""
            public class Part(Machine machine, Cpu cpu) : Core, ICore
            {
                private readonly Machine _machine = machine;
                private readonly Cpu _cpu = cpu;
                private Action? _later;

                {{members}}

                private void Go() => _machine.Start();

                private void Keep() => Console.WriteLine(_later);
            }

            public sealed class Release(Action resume) : IDisposable { public void Dispose() => resume(); }

            {{Types}}

            {{types}}
            """);
        test.DisabledDiagnostics.Add("NG1011");
        return Run(test);
    }
}

using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Tests.Testing;
using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Rules;

/// <summary>What the runtime library's attributes say of the emulator's members, as handlers see it.</summary>
public sealed class AttributeTests
{
    private const string Types = """
        [VcpuState]
        public class Core
        {
            public long Pc { get; set; }
            public long Flags;
            public void Reset() { }
            [VcpuSafe] public string Name => "";
            [VcpuSafe] public void Log() { }
            public const int Count = 4;
        }

        public interface IState { [VcpuState] long Pc { get; set; } [ResumesVm] void Go(); [PausesVm] void Halt(); [VmStoppedWhen(true)] bool Stands { get; } }
        public class State : IState { public long Pc { get; set; } public void Go() { } public void Halt() { } public bool Stands => true; }
        public abstract class Unit { [VcpuState] public abstract void Step(); }
        public class FastUnit : Unit { public override void Step() { } }
        public static class Trusted { [NoVmEffect] public static void Zero(Cpu cpu) => cpu.Pc = 0; [NoVmEffect] public static void Go(Machine machine) => machine.Start(); }
        public static class Bus { public static void Poke([VcpuState] ref long register) => register = 0; public static void Ignore([VcpuState] ref long register) { } public static void Look(ref long register) { } }
        """;

    private const string Members = "private readonly Core _core = new Core(); private readonly State _state = new State(); private readonly FastUnit _unit = new FastUnit(); private long _register;";

    [Theory]
    [InlineData("_ = {|NG1001:_core.Pc|};")]
    [InlineData("{|NG1001:_core.Flags|} = 1;")]
    [InlineData("{|NG1001:_core.Reset()|};")]
    [InlineData("{|NG1001:_state.Pc|} = 1;")]
    [InlineData("{|NG1001:_unit.Step()|};")]
    [InlineData("_state.Go(); {|NG1001:_state.Pc|} = 1;")]
    [InlineData("Trusted.Go(_machine); {|NG1001:_state.Pc|} = 1;")]
    public Task AFactIsInheritedAndCoversMembers(string body) => EnteredRunning(body, Members, Types);

    [Theory]
    [InlineData("_ = _core.Name;")]
    [InlineData("_core.Log();")]
    [InlineData("_ = Core.Count;")]
    [InlineData("_ = _core.ToString();")]
    [InlineData("_state.Halt(); _state.Pc = 1;")]
    [InlineData("if (_state.Stands) { _state.Pc = 1; }")]
    [InlineData("Trusted.Zero(_cpu);")]
    [InlineData("Bus.Look(ref _register);")]
    public Task WhatTheySayIsSafeIsSafe(string body) => EnteredRunning(body, Members, Types);

    [Fact]
    public Task ATrustedMemberDoesNotResume() => EnteredStopped("Trusted.Go(_machine); _cpu.Pc = 0;", Members, Types);

    [Fact]
    public Task AParameterCanBeState() => EnteredRunning("{|NG1001:Bus.Poke(ref _register)|}; Bus.Ignore(ref _register); Bus.Look(ref _register);", Members, Types);

    [Fact]
    public Task AMarkedMethodIsItsMarkWhateverItsBodyDoes() => EnteredStopped(
        "Begin(); {|NG1001:_cpu.Pc|} = 0; Halt(); _cpu.Pc = 0;",
        "[ResumesVm] private void Begin() => _machine.Stop(); [PausesVm] private void Halt() => _machine.Start();");

    [Fact]
    public Task ThePauseOfARegisteredVmCounts() => EnteredRunning(
        "vm.Stop(); _cpu.Pc = 0; vm.Start(); {|NG1001:_cpu.Pc|} = 1; if (!vm.IsRunning) { _cpu.Pc = 2; }",
        "private readonly IVirtualMachine vm = new Machine();");

    [Fact]
    public Task FactsOfAReferencedAssemblyCount()
    {
        Rule<VcpuStateAnalyzer>.AnalyzerTest test = Of(
            "Failed, Phase.AfterVmStart",
            "{|NG1001:_arm.Pc|} = 0; {|NG1001:_arm.Reset()|}; _arm.Silent(); using (_arm.Pause()) { _arm.Pc = 0; }",
            "private readonly Chips.Arm _arm = new Chips.Arm();");
        test.TestState.AdditionalReferences.Add(Library.Compile("Chips", """
            namespace Chips;

            public class Arm
            {
                [VcpuState] public long Pc { get; set; }
                [VcpuState] public void Reset() { }
                public void Silent() => Pc = 0;
                [PausesVm] public IDisposable Pause() => throw new NotSupportedException();
            }
            """));
        return Run(test);
    }
}

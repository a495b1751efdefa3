using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Tests.Testing;
using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Rules;

/// <summary>What VmEffects files say of an emulator that cannot be annotated.</summary>
public sealed class EffectFileTests
{
    private const string Emulator = """
        namespace Renode
        {
            public class ImportAttribute : Attribute;

            public interface IMachine
            {
                void Start();
                void Pause();
                IDisposable ObtainPausedState(bool internalPause = false);
                bool IsPaused { get; }
                void RunInPlace(Action action);
                void Validate();
                void Trace(Core core);
            }

            public class Core
            {
                public long PC { get; set; }
                public bool Halted { get; set; }
                public long Id { get; set; }
                [Import] private Action<int> _setRegister = _ => { };
                [Import] public Func<int, long> GetRegister = n => n;
                public void Set(int n) => _setRegister(n);
            }
        }
        """;

    private const string Facts = """
        # Renode
        vcpu-state              P:Renode.Core.PC
        vcpu-state              M:Renode.Core.set_Halted(System.Boolean)
        vcpu-state-by-attribute T:Renode.ImportAttribute
        resumes-vm              M:Renode.IMachine.Start
        pauses-vm               M:Renode.IMachine.Pause
        pauses-vm               M:Renode.IMachine.ObtainPausedState(System.Boolean)
        vm-stopped-when-true    P:Renode.IMachine.IsPaused
        asserts-vm-stopped      M:Renode.IMachine.Validate
        invoked-in-place        M:Renode.IMachine.RunInPlace(System.Action)
        no-vm-effect            M:Renode.IMachine.Trace(Renode.Core)
        """;

    private const string Members = "private readonly Renode.IMachine _renode = null!; private readonly Renode.Core _core = new Renode.Core();";

    private static Task Holds(string attribute, string body, string facts)
    {
        Rule<VcpuStateAnalyzer>.AnalyzerTest test = Of(attribute, body, Members, Emulator);
        test.TestState.AdditionalFiles.Add(("/VmEffects.Renode.txt", facts));
        return Run(test);
    }

    [Theory]
    [InlineData("{|NG1001:_core.PC|} = 0;")]
    [InlineData("{|NG1001:_core.Halted|} = true;")]
    [InlineData("_ = {|NG1001:_core.GetRegister|}(1);")]
    [InlineData("{|NG1001:_core.Set(1)|};")]
    [InlineData("_renode.Pause(); _core.PC = 0; _renode.Start(); {|NG1001:_core.PC|} = 0;")]
    [InlineData("{|NG1001:_renode.RunInPlace(() => _core.PC = 0)|};")]
    public Task AFileSaysWhatTouches(string body) => Holds("Failed, Phase.AfterVmStart", body, Facts);

    [Theory]
    [InlineData("_ = _core.Halted;")]
    [InlineData("_core.Id = 1;")]
    [InlineData("_renode.Pause(); _core.PC = 0;")]
    [InlineData("using (_renode.ObtainPausedState()) { _core.PC = 0; _core.Set(1); }")]
    [InlineData("if (_renode.IsPaused) { _core.PC = 0; }")]
    [InlineData("_renode.Validate(); _core.PC = 0;")]
    [InlineData("_renode.Trace(_core);")]
    public Task AFileSaysWhatDoesNot(string body) => Holds("Failed, Phase.AfterVmStart", body, Facts);

    [Theory]
    [InlineData("_renode.RunInPlace(() => _core.PC = 0);")]
    [InlineData("_core.PC = 0; _renode.Start();")]
    public Task InTheStoppedStateItIsFine(string body) => Holds("Failed, RequiresStoppedVm = true", body, Facts);

    [Theory]
    [InlineData("_core.PC = 0; _core.Set(1); _ = _core.GetRegister(1); _renode.Start(); _core.PC = 0;")]
    public Task WithoutTheFileNothingIsKnown(string body) => Holds("Failed, RequiresStoppedVm = true", body, "# nothing yet");

    [Fact]
    public Task TheFrameworkCanBeDescribedToo() => Holds(
        "Failed, Phase.AfterVmStart", "{|NG1001:Environment.Exit(0)|}; GC.Collect();", "vcpu-state M:System.Environment.Exit(System.Int32)");
}

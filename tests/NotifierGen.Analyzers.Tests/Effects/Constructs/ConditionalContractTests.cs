using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Members that resume or pause depending on an argument: read from their bodies for constants, from a fact's when= otherwise.</summary>
public sealed class ConditionalContractTests
{
    private const string Switches = """
        private enum Target { Run, Halt }
        private void SetPaused(bool paused) { if (paused) { _machine.Stop(); } else { _machine.Start(); } }
        private void Set(Target target) { if (target == Target.Halt) { _machine.Stop(); } else { _machine.Start(); } }
        private void MaybeZero(bool zero) { if (zero) { _cpu.Pc = 0; } }
        private void Forward(bool paused) => SetPaused(paused);
        private void Halt(bool really = true) { if (really) { _machine.Stop(); } }
        """;

    [Theory]
    [InlineData("SetPaused(true); _cpu.Pc = 0;")]
    [InlineData("Set(Target.Halt); _cpu.Pc = 0;")]
    [InlineData("MaybeZero(false);")]
    [InlineData("Forward(paused: true); _cpu.Pc = 0;")]
    [InlineData("Halt(); _cpu.Pc = 0;")]
    public Task AConstantChoosesTheBranch(string body) => EnteredRunning(body, Switches);

    [Theory]
    [InlineData("SetPaused(false); {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("SetPaused(_busy); {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("Set(Target.Run); {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("Forward(false); {|NG1001:_cpu.Pc|} = 0;")]
    public Task TheOtherOneResumes(string body) => EnteredStopped(body, Switches);

    [Theory]
    [InlineData("{|NG1001:MaybeZero(true)|};")]
    [InlineData("{|NG1001:MaybeZero(_busy)|};")]
    [InlineData("Halt(false); {|NG1001:_cpu.Pc|} = 0;")]
    public Task AnUnknownArgumentMayBeAnything(string body) => EnteredRunning(body, Switches);

    [Theory]
    [InlineData("_emulation.Toggle(true); {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("_emulation.Toggle(_busy); {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("_emulation.Toggle(false); _cpu.Pc = 0;")]
    public Task AConditionOfAFactIsHeldAgainstTheArgument(string body)
    {
        var test = Of(
            "Failed, RequiresStoppedVm = true",
            body,
            "private readonly Emulation _emulation = new Emulation();",
            "public sealed class Emulation { public void Toggle(bool run) { } }");
        test.TestState.AdditionalFiles.Add(("/VmEffects.txt", """
            resumes-vm M:Emulation.Toggle(System.Boolean) when=run:true
            pauses-vm M:Emulation.Toggle(System.Boolean) when=run:false
            """));
        return Run(test);
    }
}

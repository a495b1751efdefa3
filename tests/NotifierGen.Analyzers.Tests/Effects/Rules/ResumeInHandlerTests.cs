using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Tests.Testing;
using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Rules;

/// <summary>NG1004: a BeforeVmStart handler that resumes the VM itself.</summary>
public sealed class ResumeInHandlerTests
{
    private const string Members = """
        private Action? _later;
        private readonly Machine _spare = new Machine();
        private void StartSoon() => Task.Run(_machine.Start);
        [ResumesVm] private bool Running { get; set; }
        """;

    private static Task Holds(string attribute, string body) => Run(Project("using System.Threading;\nusing Board;\n\n" + Device(attribute, body, Members)));

    [Theory]
    [InlineData("Failed")]
    [InlineData("Failed, Phase.BeforeVmStart")]
    [InlineData("Failed, RequiresStoppedVm = true")]
    [InlineData("Reclaimed")]
    [InlineData("IncomingDone, Phase.BeforeVmStart")]
    public Task BeforeTheVmStartsNoHandlerStartsIt(string attribute) => Holds(attribute, "{|NG1004:_machine.Start()|};");

    [Theory]
    [InlineData("Failed, Phase.AfterVmStart")]
    [InlineData("Reclaimed, Phase.AfterVmStart")]
    [InlineData("IncomingDone, Phase.AfterVmStart")]
    [InlineData("Setup")]
    [InlineData("Done")]
    public Task ElsewhereThisRuleSaysNothing(string attribute) => Holds(attribute, "_machine.Start();");

    [Theory]
    [InlineData("{|NG1004:StartNow()|};")]
    [InlineData("if (_busy) { {|NG1004:_machine.Start()|}; }")]
    [InlineData("_machine.Stop(); {|NG1004:_machine.Start()|};")]
    [InlineData("{|NG1004:_spare.Start()|};")]
    [InlineData("IVirtualMachine vm = _machine; {|NG1004:vm.Start()|};")]
    [InlineData("{|NG1004:Running|} = true;")]
    [InlineData("using (_machine.Pause()) { {|NG1004:_machine.Start()|}; }")]
    [InlineData("try { Work(); } finally { {|NG1004:_machine.Start()|}; }")]
    [InlineData("Action start = _machine.Start; {|NG1004:start()|};")]
    [InlineData("_later = {|NG1004:_machine.Start|};")]
    [InlineData("_later = {|NG1004:() => _machine.Start()|};")]
    [InlineData("ThreadPool.QueueUserWorkItem({|NG1004:_ => _machine.Start()|});")]
    [InlineData("{|NG1004:StartSoon()|};")]
    [InlineData("{|NG1004:_machine.Start()|}; {|NG1004:_machine.Start()|};")]
    [InlineData("{|NG1004:_machine.Start()|}; {|NG1001:_cpu.Pc|} = 0;")]
    public Task HoweverItIsResumed(string body) => Holds("Failed, RequiresStoppedVm = true", body);

    [Theory]
    [InlineData("_machine.Stop();")]
    [InlineData("using (_machine.ObtainPausedState()) { _cpu.Pc = 0; }")]
    [InlineData("IDisposable pause = _machine.ObtainPausedState(); pause.Dispose();")]
    [InlineData("_ = _machine.IsRunning;")]
    [InlineData("if (false) { _machine.Start(); }")]
    [InlineData("Action start = _machine.Start;")]
    [InlineData("_later = _machine.Stop;")]
    public Task WhatResumesNothingIsFine(string body) => Holds("Failed, RequiresStoppedVm = true", body);

    [Fact]
    public Task APragmaSuppressesIt() => Holds("Failed", """
        #pragma warning disable NG1004
                _machine.Start();
        #pragma warning restore NG1004
        """);

    [Fact]
    public Task AnEditorconfigTurnsItOff()
    {
        Rule<VcpuStateAnalyzer>.AnalyzerTest test = Project("using Board;\n\n" + Device("Failed", "_machine.Start();"));
        test.TestState.AnalyzerConfigFiles.Add(DeviceProject.Severity("NG1004", "none"));
        return Run(test);
    }
}

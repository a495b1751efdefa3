using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Pairing;
using NotifierGen.Analyzers.Tests.Testing;
using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Rules;

/// <summary>A file whose text never says <c>OnMigrationEvent</c> can have handlers all the same.</summary>
public sealed class AliasTests
{
    private const string Alias = "global using Moment = NotifierGen.OnMigrationEventAttribute;";

    [Fact]
    public Task AHandlerNamedByAnotherFilesAliasIsAnalysed()
    {
        Rule<VcpuStateAnalyzer>.AnalyzerTest test = Project("""
            using Board;

            public sealed class Nic(Cpu cpu)
            {
                [Moment(Failed, Phase.AfterVmStart)]
                public void OnFailed() => {|NG1001:cpu.Pc|} = 0;
            }
            """);
        test.TestState.Sources.Add(("Aliases.cs", Alias));
        return Run(test);
    }

    [Fact]
    public Task SoIsAnOverrideOfOne()
    {
        Rule<VcpuStateAnalyzer>.AnalyzerTest test = Project("""
            public sealed class Nic(Board.Cpu cpu) : Device
            {
                public override void OnFailed() => {|NG1001:cpu.Pc|} = 0;
            }
            """);
        test.TestState.Sources.Add(("Device.cs", "public abstract class Device { [Moment(Failed, Phase.AfterVmStart)] public abstract void OnFailed(); }"));
        test.TestState.Sources.Add(("Aliases.cs", Alias));
        return Run(test);
    }

    [Fact]
    public Task SoIsOneOfAPartialClassWhosePartsAreInSeveralFiles()
    {
        Rule<VcpuStateAnalyzer>.AnalyzerTest test = Project("""
            public sealed partial class Nic(Board.Cpu cpu)
            {
                public partial void OnFailed() => {|NG1001:cpu.Pc|} = 0;
            }
            """);
        test.TestState.Sources.Add(("Nic.Moments.cs", "public sealed partial class Nic { [Moment(Failed, Phase.AfterVmStart)] public partial void OnFailed(); }"));
        test.TestState.Sources.Add(("Aliases.cs", Alias));
        return Run(test);
    }

    [Fact]
    public Task AnAliasOfSomethingElseIsNone()
    {
        Rule<VcpuStateAnalyzer>.AnalyzerTest test = Project("""
            public sealed class Nic(Board.Cpu cpu)
            {
                [Moment("OnFailed")]
                public void OnFailed() => cpu.Pc = 0;
            }
            """);
        test.TestState.Sources.Add(("Aliases.cs", "global using Moment = System.ObsoleteAttribute; // not NotifierGen.OnMigrationEventAttribute"));
        return Run(test);
    }

    [Fact]
    public Task OtherRulesSeeItToo()
    {
        Rule<SetupWithoutFailedAnalyzer>.AnalyzerTest test = Rule<SetupWithoutFailedAnalyzer>.Test("""
            public sealed class Nic
            {
                private bool _isFrozen;

                [Moment(Setup)]
                public void {|NG1006:OnSetup|}() => _isFrozen = true;

                public bool IsFrozen => _isFrozen;
            }
            """);
        test.TestState.Sources.Add(("Aliases.cs", Alias));
        return Rule<SetupWithoutFailedAnalyzer>.Run(test, []);
    }
}

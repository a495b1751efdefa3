using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Partial members are one member; generated code is analysed, and nothing is reported in it.</summary>
public sealed class PartialAndGeneratedTests
{
    [Fact]
    public Task APartialMethodIsItsImplementation() => EnteredRunning(
        "{|NG1001:Zero()|}; _ = {|NG1001:Current|}; Nothing(); Missing();",
        "private partial void Zero(); private partial long Current { get; } private partial void Nothing(); partial void Missing();",
        """
        public sealed partial class Nic
        {
            private partial void Zero() => _cpu.Pc = 0;
            private partial long Current => _cpu.Pc;
            private partial void Nothing() => Work();
        }
        """);

    [Fact]
    public Task APartialHandlerIsAHandler() => Run(Project("""
        using Board;

        public partial class Nic(Cpu cpu)
        {
            [OnMigrationEvent(Failed, Phase.AfterVmStart)]
            public partial void OnFailed();
        }

        public partial class Nic
        {
            public partial void OnFailed() => {|NG1001:cpu.Pc|} = 0;
        }
        """));

    private const string Generated = """
        using Board;

        public partial class Nic
        {
            private void Zero() => cpu.Pc = 0;
            private void Nothing() { }

            [OnMigrationEvent(Reclaimed, Phase.AfterVmStart)]
            public void OnReclaimed() => cpu.Pc = 0;
        }
        """;

    [Fact]
    public Task GeneratedCodeIsAnalysedButNotReportedIn()
    {
        var test = Project("""
            using Board;

            public partial class Nic(Cpu cpu)
            {
                [OnMigrationEvent(Failed, Phase.AfterVmStart)]
                public void OnFailed()
                {
                    {|NG1001:Zero()|};
                    Nothing();
                }
            }
            """);
        test.TestState.Sources.Add(("Nic.g.cs", Generated));
        return Run(test);
    }

    [Fact]
    public Task TheSameCodeWrittenByHandIsReported()
    {
        var test = Project("""
            using Board;

            public partial class Nic(Cpu cpu)
            {
            }
            """);
        test.TestState.Sources.Add(("NicReset.cs", Generated.Replace("=> cpu.Pc = 0;\n}", "=> {|NG1001:cpu.Pc|} = 0;\n}", StringComparison.Ordinal)));
        return Run(test);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Tests.Testing;
using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Rules;

/// <summary>A path may lead through any file of the project; what is reported stands in the handler, and nothing leaves the project.</summary>
public sealed class MultiFileTests
{
    private const string Nic = """
        using Board;

        public sealed class Nic(Machine machine, Cpu cpu)
        {
            [OnMigrationEvent(Failed, RequiresStoppedVm = true)]
            public void OnFailed()
            {
                {|#1:machine.Start()|};
                {|#0:new Queues(cpu).Reset()|};
                new Queues(cpu).Count();
            }
        }
        """;

    private const string Queues = """
        using Board;

        public sealed class Queues(Cpu cpu)
        {
            public void Reset() => new Registers(cpu).Zero();

            public int Count() => cpu.Id;
        }
        """;

    private const string Registers = """
        using Board;

        public sealed class Registers(Cpu cpu)
        {
            public void Zero() => {|#2:cpu.Pc|} = 0;
        }
        """;

    [Fact]
    public Task TheTouchAndTheResumeAreAdditionalLocations()
    {
        Rule<VcpuStateAnalyzer>.AnalyzerTest test = Project(Nic);
        test.TestState.Sources.Add(("Queues.cs", Queues));
        test.TestState.Sources.Add(("Registers.cs", Registers));
        return Run(
            test,
            new DiagnosticResult("NG1004", DiagnosticSeverity.Warning).WithLocation(1),
            new DiagnosticResult("NG1001", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(2).WithLocation(1));
    }

    [Fact]
    public Task ATouchInTheHandlerNeedsNoLocationOfItsOwn()
    {
        Rule<VcpuStateAnalyzer>.AnalyzerTest test = Of("Failed, RequiresStoppedVm = true", "{|#1:_machine.Start()|}; {|#0:_cpu.Pc|} = 0;");
        return Run(test, new DiagnosticResult("NG1001", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1));
    }

    [Fact]
    public Task ATouchByThePhaseHasNoResume() => Run(
        Of("Failed, Phase.AfterVmStart", "{|#0:_cpu.Pc|} = 0;"),
        new DiagnosticResult("NG1001", DiagnosticSeverity.Warning).WithLocation(0));

    [Fact]
    public Task TheResumeMayBeInAnotherFile()
    {
        Rule<VcpuStateAnalyzer>.AnalyzerTest test = Of("Failed, RequiresStoppedVm = true", "Power.On(_machine); {|NG1001:_cpu.Pc|} = 0;");
        test.TestState.Sources.Add(("Power.cs", "public static class Power { public static void On(Board.Machine machine) => machine.Start(); }"));
        return Run(test);
    }

    /// <summary>In the IDE a project reference is source, on the command line it is metadata: the verdict is the same.</summary>
    [Theory]
    [InlineData("", "Chips.Arm.Zero();")]
    [InlineData("[VcpuState]", "{|NG1001:Chips.Arm.Zero()|};")]
    public Task AnotherProjectIsWhatItsAttributesSay(string attribute, string body)
    {
        Rule<VcpuStateAnalyzer>.AnalyzerTest test = Of("Failed, Phase.AfterVmStart", body);
        ProjectState chips = test.TestState.AdditionalProjects["Chips"];
        chips.ReferenceAssemblies = DeviceProject.Framework;
        chips.AdditionalReferences.AddRange(DeviceProject.References);
        chips.Sources.Add(("Arm.cs", $$"""
            using NotifierGen;

            namespace Chips
            {
                public static class Arm
                {
                    [VcpuState] public static long Pc;
                    {{attribute}} public static void Zero() => Pc = 0;
                }
            }
            """));
        test.TestState.AdditionalProjectReferences.Add("Chips");
        return Run(test);
    }
}

using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Tests.Testing;
using NotifierGen.CodeFixes.Effects;

namespace NotifierGen.Analyzers.Tests.Effects.CodeFixes;

/// <summary>FixAll over a solution mends the handlers of all of its projects, and those of a project no others.</summary>
public sealed class FixAllTests
{
    [Fact]
    public Task LateHandlersOfBothProjectsMove() => Mends<VcpuStateAnalyzer, TouchAfterResumeCodeFix>(
        nameof(BeforeVmStartFix),
        Device("Failed, Phase.AfterVmStart", "{|NG1001:cpu.Pc|} = 0;"),
        Device("Failed, Phase.BeforeVmStart, RequiresStoppedVm = true", "cpu.Pc = 0;"));

    [Fact]
    public Task LateTouchesOfBothProjectsArePaused() => Mends<VcpuStateAnalyzer, TouchAfterResumeCodeFix>(
        nameof(PauseFix),
        Device("Failed, Phase.AfterVmStart", "{|NG1001:cpu.Pc|} = 0;"),
        Device("Failed, Phase.AfterVmStart", """
            using (machine.ObtainPausedState())
                    {
                        cpu.Pc = 0;
                    }
            """));

    [Fact]
    public Task HandlersOfBothProjectsAskForAStoppedVm() => Mends<VcpuStateAnalyzer, TouchWhileMaybeRunningCodeFix>(
        nameof(StoppedVmFix),
        Device("Failed", "{|NG1002:cpu.Pc|} = 0;"),
        Device("Failed, RequiresStoppedVm = true", "cpu.Pc = 0;"));

    [Fact]
    public Task TouchesOfBothProjectsAreGuarded() => Mends<VcpuStateAnalyzer, TouchWhileMaybeRunningCodeFix>(
        nameof(GuardFix),
        Device("Failed", "{|NG1002:cpu.Pc|} = 0;"),
        Device("Failed", """
            if (context.VcpusStopped)
                    {
                        cpu.Pc = 0;
                    }
            """));

    [Fact]
    public Task ResumesOfBothProjectsGo() => Mends<VcpuStateAnalyzer, HandlerResumesVmCodeFix>(
        nameof(RemoveResumeFix),
        Device("Failed", """
            Console.WriteLine("failed");
                    {|NG1004:machine.Start()|};
            """),
        Device("Failed", """
            Console.WriteLine("failed");
            """));

    [Fact]
    public Task MembersOfBothProjectsSayWhatTheyDo() => Mends<EffectContractAnalyzer, EffectAttributeCodeFix>(
        nameof(EffectAttributeCodeFix),
        static space => $$"""
            using {{space}}.Board;

            namespace {{space}};

            public interface IUnit
            {
                void Reset();

                [VcpuState]
                void Step();
            }

            public class Unit(Machine machine, Cpu cpu) : IUnit
            {
                public void {|NG1011:Reset|}() => cpu.Pc = 0;

                public void {|NG1012:Step|}() => machine.Start();
            }
            """,
        static space => $$"""
            using {{space}}.Board;

            namespace {{space}};

            public interface IUnit
            {
                void Reset();

                [ResumesVm]
                [VcpuState]
                void Step();
            }

            public class Unit(Machine machine, Cpu cpu) : IUnit
            {
                [VcpuState]
                public void Reset() => cpu.Pc = 0;

                public void Step() => machine.Start();
            }
            """);

    private static Func<string, string> Device(string attribute, string body) => space => $$"""
        using {{space}}.Board;

        namespace {{space}};

        public sealed class Nic(Machine machine, Cpu cpu)
        {
            [OnMigrationEvent({{attribute}})]
            public void OnFailed(in MigrationContext context)
            {
                {{body}}
            }

            public bool MaySleep() => !machine.IsRunning && cpu.Id == 0;
        }
        """;

    private static string Board(string space) => $$"""
        namespace {{space}}.Board;

        public abstract class Machine : IVirtualMachine
        {
            public abstract bool IsRunning { get; }
            public abstract void Start();
            public abstract void Stop();
            [PausesVm] public abstract IDisposable ObtainPausedState();
        }

        public sealed class Cpu
        {
            [VcpuState] public long Pc { get; set; }
            public int Id => 0;
        }
        """;

    /// <summary>The same mistake in two projects, which share nothing: each is mended in its own.</summary>
    private static Task Mends<TAnalyzer, TCodeFix>(string fix, Func<string, string> source, Func<string, string> mended)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TCodeFix : CodeFixProvider, new()
    {
        Fix<TAnalyzer, TCodeFix>.CodeFixTest test = Fix<TAnalyzer, TCodeFix>.Test(source("First"), mended("First"));
        test.CodeActionEquivalenceKey = fix;
        test.TestState.Sources.Add(("Board.cs", Board("First")));
        test.FixedState.Sources.Add(("Board.cs", Board("First")));
        AddSecond(test.TestState, source("Second"));
        AddSecond(test.FixedState, mended("Second"));
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static void AddSecond(SolutionState state, string source)
    {
        ProjectState second = state.AdditionalProjects["Second"];
        second.ReferenceAssemblies = DeviceProject.Framework;
        second.AdditionalReferences.AddRange(DeviceProject.References);
        second.Sources.Add(("GlobalUsings.cs", DeviceProject.GlobalUsings));
        second.Sources.Add(("Board.cs", Board("Second")));
        second.Sources.Add(("/Second/Nic.cs", source));

        // The tests' own options turn every rule on in the first project only.
        second.AnalyzerConfigFiles.Add(DeviceProject.Severity("NG1011", "suggestion"));
    }
}

using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Tests.Testing;

namespace NotifierGen.Analyzers.Tests.Effects;

/// <summary>
/// A device of a small board with one handler, of which a test writes the body: <c>{|NG1001:_cpu.Pc|} = 0;</c>. The tests of constructs ask what is
/// touched when; that the handler blocks (NG1007) or resumes the VM (NG1004) have tests of their own and are turned off here.
/// </summary>
internal static class HandlerTest
{
    /// <summary>What a device finds on the board: a machine that can be paused, and a vCPU with state.</summary>
    public const string Board = """
        using System.Runtime.CompilerServices;

        namespace Board;

        public sealed class Machine : IVirtualMachine
        {
            public bool IsRunning => false;
            [VmStoppedWhen(true)] public bool IsPaused => true;
            public void Start() { }
            public void Stop() { }
            [PausesVm] public IDisposable ObtainPausedState() => throw new NotSupportedException();
            [PausesVm] public PausedState Pause() => throw new NotSupportedException();
            [AssertsVmStopped] public void AssertPaused() { }
        }

        public sealed class PausedState : IDisposable, IAsyncDisposable
        {
            public void Dispose() { }
            public ValueTask DisposeAsync() => default;
        }

        public sealed class Cpu
        {
            private long _cell;
            [VcpuState] public long Flags;
            [VcpuState] public long[] Registers = new long[32];
            [VcpuState] public long Pc { get; set; }
            [VcpuState] public bool Halted { get; set; }
            [VcpuState] public long this[int register] { get => 0; set { } }
            [VcpuState] public event Action? Trapped { add { } remove { } }
            [VcpuState] public void Reset() { }
            [VcpuState] public bool TryRead(int register, out long value) => (value = register) == 0;
            [VcpuState] public ref long Register(int number) => ref _cell;
            public int Id => 0;
        }
        """;

    private const string Usings = """
        using System.Collections;
        using System.Collections.Concurrent;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using System.Threading;
        using Board;
        """;

    /// <summary>The handler is entered while the vCPUs may run: Failed, after the start.</summary>
    public static Task EnteredRunning(string body, string members = "", string types = "") =>
        Run(Of("Failed, Phase.AfterVmStart", body, members, types));

    /// <summary>The handler is entered with stopped vCPUs: Failed, before the start, and it asked for that.</summary>
    public static Task EnteredStopped(string body, string members = "", string types = "") =>
        Run(Of("Failed, RequiresStoppedVm = true", body, members, types));

    /// <summary>The handler is entered as the failure left the VM: Failed, before the start.</summary>
    public static Task EnteredUnknown(string body, string members = "", string types = "") =>
        Run(Of("Failed, Phase.BeforeVmStart", body, members, types));

    public static Rule<VcpuStateAnalyzer>.AnalyzerTest Of(string attribute, string body, string members = "", string types = "")
    {
        Rule<VcpuStateAnalyzer>.AnalyzerTest test = Project($$"""
            {{Usings}}

            {{Device(attribute, body, members)}}

            {{types}}
            """);
        test.DisabledDiagnostics.Add("NG1004");
        test.DisabledDiagnostics.Add("NG1007");
        return test;
    }

    /// <summary>A project with the board and one file; nothing is turned off.</summary>
    public static Rule<VcpuStateAnalyzer>.AnalyzerTest Project(string source)
    {
        Rule<VcpuStateAnalyzer>.AnalyzerTest test = Rule<VcpuStateAnalyzer>.Test(source);
        test.TestState.Sources.Add(("Board.cs", Board));
        test.SolutionTransforms.Add(static (solution, project) => solution.WithProjectParseOptions(
            project, ((CSharpParseOptions)solution.GetProject(project)!.ParseOptions!).WithLanguageVersion(LanguageVersion.CSharp14)));
        return test;
    }

    /// <summary>A device with one handler, without the usings.</summary>
    public static string Device(string attribute, string body, string members = "") => $$"""
        public sealed partial class Nic(Machine machine, Cpu cpu)
        {
            private readonly Machine _machine = machine;
            private readonly Cpu _cpu = cpu;
            private bool _busy;
            private int _mode;

            [OnMigrationEvent({{attribute}})]
            public void OnFailed(in MigrationContext context)
            {
                {{body}}
            }

            private void Work() => Console.WriteLine(_busy = !_busy);

            private int StartNow()
            {
                _machine.Start();
                return _mode++;
            }

            {{members}}
        }
        """;

    public static Task Run(Rule<VcpuStateAnalyzer>.AnalyzerTest test, params DiagnosticResult[] expected) => Rule<VcpuStateAnalyzer>.Run(test, expected);
}

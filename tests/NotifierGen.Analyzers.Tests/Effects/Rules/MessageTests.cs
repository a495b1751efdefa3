using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Tests.Testing;
using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Rules;

/// <summary>The messages say all there is: handler, event, state, cause and path, since a build's output shows no additional locations.</summary>
public sealed class MessageTests
{
    [Fact]
    public Task AResumeIsNamedWithItsLine() => Says(
        "Failed, RequiresStoppedVm = true",
        """
        machine.Start();
                {|#0:cpu.Pc|} = 0;
        """,
        "NG1001",
        "Failed handler 'Nic.OnFailed' writes vCPU state 'Cpu.Pc' after the VM is resumed by 'Machine.Start' (line 8)");

    [Fact]
    public Task AReadIsNoWrite() => Says(
        "Failed, RequiresStoppedVm = true",
        "machine.Start(); _ = {|#0:cpu.Halted|};",
        "NG1001",
        "Failed handler 'Nic.OnFailed' reads vCPU state 'Cpu.Halted' after the VM is resumed by 'Machine.Start' (line 8)");

    [Fact]
    public Task ThePathLeadsFromTheHandlerToTheTouch() => Says(
        "Done",
        "machine.Start(); {|#0:Reset()|};",
        "NG1001",
        "Done handler 'Nic.OnFailed' writes vCPU state 'Cpu.Pc' after the VM is resumed by 'Machine.Start' (line 8): OnFailed -> Reset (Nic.cs:11) -> Registers.Zero (Registers.cs:1)");

    [Fact]
    public Task ALongPathIsCutAfterFourHops() => Says(
        "Done",
        "machine.Start(); {|#0:Hop1()|};",
        "NG1001",
        "Done handler 'Nic.OnFailed' writes vCPU state 'Cpu.Pc' after the VM is resumed by 'Machine.Start' (line 8): OnFailed -> Hop1 (Nic.cs:12) -> Hop2 (Nic.cs:13) -> Hop3 (Nic.cs:14) -> Hop4 (Nic.cs:15) ... 3 more");

    [Fact]
    public Task ThePhaseIsACauseToo() => Says(
        "Failed, Phase.AfterVmStart",
        "{|#0:cpu.Pc|} = 0;",
        "NG1001",
        "Failed handler 'Nic.OnFailed' writes vCPU state 'Cpu.Pc' in Phase.AfterVmStart, when the vCPUs may run");

    [Fact]
    public Task AVmThatMayNeverHaveBeenStopped() => Says(
        "Failed",
        "{|#0:cpu.Pc|} = 0;",
        "NG1002",
        "Failed handler 'Nic.OnFailed' writes vCPU state 'Cpu.Pc', and the migration may have failed before the VM was stopped; set RequiresStoppedVm or test context.VcpusStopped");

    [Fact]
    public Task CodeThatIsLeftBehind() => Says(
        "Failed",
        "_later = {|#0:() => cpu.Pc = 0|};",
        "NG1003",
        "Failed handler 'Nic.OnFailed' leaves code behind (kept in '_later') that writes vCPU state 'Cpu.Pc' when the vCPUs may run: OnFailed -> lambda (Nic.cs:8)");

    [Fact]
    public Task AResumeByTheHandler() => Says(
        "Reclaimed",
        "{|#0:machine.Start()|};",
        "NG1004",
        "Reclaimed handler 'Nic.OnFailed' resumes the VM by 'Machine.Start' before the other devices have been told; the session starts the VM when the phase is over");

    [Fact]
    public Task ABlockingCall() => Says(
        "Failed",
        "{|#0:System.Threading.Thread.Sleep(1)|};",
        "NG1007",
        "Failed handler 'Nic.OnFailed' blocks in 'Thread.Sleep' while the guest is down");

    [Fact]
    public Task ATouchInSetup() => Says(
        "Setup",
        "_ = {|#0:cpu.Pc|};",
        "NG1010",
        "Setup handler 'Nic.OnFailed' reads vCPU state 'Cpu.Pc' while the guest runs",
        DiagnosticSeverity.Info);

    [Fact]
    public Task AnUndecidedCall() => Says(
        "Done",
        "{|#0:_later!()|};",
        "NG1099",
        "What 'Nic.OnFailed' does to the VM cannot be decided here: nobody knows what '_later' may hold",
        DiagnosticSeverity.Info);

    [Fact]
    public Task AnInitialiser() => Says(
        "Failed, Phase.AfterVmStart",
        "_ = {|#0:new Saved()|};",
        "NG1001",
        "Failed handler 'Nic.OnFailed' reads vCPU state 'Cpu.Pc' in Phase.AfterVmStart, when the vCPUs may run: "
            + "OnFailed -> Saved.new (Types.cs:2) -> Saved.Pc (Types.cs:5)",
        types: """

            internal sealed class Saved
            {
                internal static Board.Cpu Cpu = new Board.Cpu();
                internal long Pc = Cpu.Pc;
            }
            """);

    [Fact]
    public Task ACallWithTooManyTargets() => Says(
        "Done",
        "{|#0:Queue.Any.Reset()|};",
        "NG1099",
        "What 'Nic.OnFailed' does to the VM cannot be decided here: 'Queue.Reset' has 33 implementations, and one of them has an effect; annotate it",
        DiagnosticSeverity.Info,
        "public abstract class Queue { public static Queue Any { get; set; } = null!; public abstract void Reset(); }"
            + string.Concat(Enumerable.Range(1, 33).Select(n => $"public class Queue{n}(Board.Cpu cpu) : Queue {{ public override void Reset() => cpu.Pc = {n}; }}")));

    private static Task Says(
        string attribute, string body, string rule, string message, DiagnosticSeverity severity = DiagnosticSeverity.Warning, string types = "")
    {
        Rule<VcpuStateAnalyzer>.AnalyzerTest test = Project("");
        test.TestState.Sources.Clear();
        test.TestState.Sources.Add(("GlobalUsings.cs", DeviceProject.GlobalUsings));
        test.TestState.Sources.Add(("Board.cs", Board));
        test.TestState.Sources.Add(("Nic.cs", $$"""
            using Board;

            public sealed class Nic(Machine machine, Cpu cpu)
            {
                [OnMigrationEvent({{attribute}})]
                public void OnFailed()
                {
                    {{body}}
                }

                private void Reset() => new Registers(cpu).Zero();
                private void Hop1() => Hop2();
                private void Hop2() => Hop3();
                private void Hop3() => Hop4();
                private void Hop4() => Hop5();
                private void Hop5() => Hop6();
                private void Hop6() => Hop7();
                private void Hop7() => cpu.Pc = 0;

                private Action? _later;
                public void Give(Action later) => _later = later;
                public void Run() { machine.Start(); Reset(); Hop1(); }
            }
            """));
        test.TestState.Sources.Add(("Registers.cs", "public sealed class Registers(Board.Cpu cpu) { public void Zero() => cpu.Pc = 0; }"));
        test.TestState.Sources.Add(("Types.cs", types));
        foreach (string other in (string[])["NG1001", "NG1002", "NG1003", "NG1004", "NG1007", "NG1010", "NG1099"])
        {
            if (other != rule)
            {
                test.DisabledDiagnostics.Add(other);
            }
        }

        return Run(
            test,
            new DiagnosticResult(rule, severity).WithLocation(0).WithMessage(message).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
    }
}

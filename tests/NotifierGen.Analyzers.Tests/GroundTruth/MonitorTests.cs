using NotifierGen.Analyzers.Tests.GroundTruth.Comparison;
using NotifierGen.Analyzers.Tests.GroundTruth.Language;
using NotifierGen.Analyzers.Tests.GroundTruth.Monitoring;
using NotifierGen.Analyzers.Tests.GroundTruth.Shim;

namespace NotifierGen.Analyzers.Tests.GroundTruth;

/// <summary>What the monitor sees handlers do, as far as one can tell by reading them.</summary>
public sealed class MonitorTests
{
    private const string Stopped = "[OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true)]";
    private const string Unknown = "[OnMigrationEvent(Failed)]";
    private const string Running = "[OnMigrationEvent(Failed, Phase.AfterVmStart)]";

    [Theory]
    [InlineData("Machine.Cpu.Pc = 1; Machine.Vm.Start();", "")]
    [InlineData("Machine.Vm.Start(); Machine.Cpu.Pc = 1;", "InPlace")]
    [InlineData("Machine.Vm.Start(); Machine.Vm.Stop(); Machine.Cpu.Pc = 1;", "")]
    [InlineData("Machine.Vm.Start(); using (Machine.Vm.PauseScope()) { Machine.Cpu.Pc = 1; }", "")]
    [InlineData("Machine.Vm.Start(); using (Machine.Vm.PauseScope()) { } Machine.Cpu.Pc = 1;", "InPlace")]
    [InlineData("using (Machine.Vm.PauseScope()) { } Machine.Cpu.Pc = 1;", "")]
    [InlineData("if (O.Bit(4)) { Machine.Vm.Start(); } if (!Machine.Vm.IsRunning) { Machine.Cpu.Pc = 1; }", "")]
    [InlineData("if (O.Bit(4)) { Machine.Vm.Start(); } Machine.Vm.AssertStopped(); Machine.Cpu.Pc = 1;", "")]
    public void WhatAHandlerWithStoppedVcpusDoesItself(string body, string expected) => Sees(Stopped, body, expected);

    [Theory]
    [InlineData("Machine.Cpu.Raw = 1;")]
    [InlineData("ref int alias = ref Machine.Cpu.Cell; alias++;")]
    [InlineData("O.Set(out Machine.Cpu.Raw);")]
    [InlineData("Machine.Cpu.Registers.Accumulator = 1;")]
    [InlineData("Machine.Cpu[0]++;")]
    public void EveryShapeOfATouch(string touch) => Sees(Running, touch, "InPlace");

    [Theory]
    [InlineData("ref int alias = ref Machine.Cpu.Cell;")]
    [InlineData("O.Use(Machine.Cpu.Registers.Count);")]
    [InlineData("Cpu cpu = Machine.Cpu;")]
    public void WhatIsNoTouch(string body) => Sees(Running, body, "");

    [Theory]
    [InlineData("try { O.Use(1); Machine.Vm.Stop(); } catch { Machine.Cpu.Pc = 1; }", "InPlace")]
    [InlineData("Machine.Vm.Stop(); try { O.Use(1); } catch { Machine.Cpu.Pc = 1; }", "")]
    [InlineData("try { Machine.Vm.Stop(); } finally { Machine.Cpu.Pc = 1; }", "InPlace")]
    [InlineData("try { Machine.Vm.Stop(); } catch (ProbeException) { Machine.Vm.Stop(); } Machine.Cpu.Pc = 1;", "")]
    public void ExceptionsAreThrownEverywhere(string body, string expected) => Sees(Running, body, expected);

    [Theory]
    [InlineData("Task.Run(() => Machine.Cpu.Touch(1));", "Later")]
    [InlineData("Action code = () => Machine.Cpu.Touch(1); new Timer(_ => code(), null, 0, 0);", "Later")]
    [InlineData("Store.Later = () => Machine.Cpu.Touch(1);", "Later")]
    [InlineData("Action code = () => Machine.Cpu.Touch(1); code();", "")]
    [InlineData("Store.Sequence = Lazy();", "Later")]
    [InlineData("_ = Lazy();", "")]
    [InlineData("Touch();", "Later")]
    [InlineData("Touch().Wait();", "")]
    [InlineData("Fire();", "Later")]
    public void WhatRunsLater(string body, string expected) => Sees(Stopped, body, expected);

    [Fact]
    public void AVmThatWasNeverStoppedIsOneOfTheWaysToBeCalled()
    {
        Observation touch = Assert.Single(Observe(Unknown, "Machine.Cpu.Pc = 1;"));
        Assert.Equal(VmCondition.NeverStopped, touch.Condition);

        Sees(Unknown, "if (context.VcpusStopped) { Machine.Cpu.Pc = 1; }", "");
    }

    [Fact]
    public void TheStatementThatTouchesIsKnown()
    {
        Observation touch = Assert.Single(Observe(Running, "O.At(0); Machine.Vm.Stop(); Machine.Cpu.Pc = 1; O.At(1); Machine.Vm.Start(); Machine.Cpu.Pc = 1;"), IsTouch);

        Assert.Equal(1, touch.Statement);
    }

    [Fact]
    public void AStartOfTheHandlersOwnIsSeen() =>
        Assert.Contains(Observe(Stopped, "Task.Run(() => Machine.Vm.Start());"), static observation => observation.Kind == ObservationKind.Resume);

    private static void Sees(string attribute, string body, string expected)
    {
        IEnumerable<Timing> timings = Observe(attribute, body).Where(IsTouch).Select(static observation => observation.Timing).Distinct();

        Assert.Equal(expected, string.Join(' ', timings));
    }

    private static bool IsTouch(Observation observation) => observation.Kind == ObservationKind.Touch;

    private static IReadOnlyCollection<Observation> Observe(string attribute, string body)
    {
        FuzzProgram program = SourceProgram.Of($$"""
            internal static class Store { internal static Action? Later; internal static IEnumerable<int>? Sequence; }
            public class Device
            {
                {{attribute}}
                public void OnFailed(in MigrationContext context) { {{body}} }
                private static IEnumerable<int> Lazy() { Machine.Cpu.Pc = 1; yield return 1; }
                private static async Task Touch() { await O.Pending(4); Machine.Cpu.Pc = 1; }
                private static async void Fire() { await O.Pending(4); Machine.Cpu.Pc = 1; }
            }
            """);
        using LoadedBatch? loaded = new Batch([program]).Load(out var error);
        Assert.True(loaded is not null, error?.ToString());

        var explorer = new Explorer(loaded.Handler(program, program.Handlers[0]), program.Seed);
        explorer.Enumerate(program.Handlers[0].Entry, Effort.Quick.Bits, Effort.Quick.Enumerated);
        explorer.ThrowEverywhere();
        explorer.Vary(program.Handlers[0].Entry, Effort.Quick.Patience, Effort.Quick.Doubt);
        return explorer.Observed;
    }
}

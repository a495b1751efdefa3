using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Rules;

/// <summary>What a handler may touch depends on where in a migration it is called.</summary>
public sealed class EntryStateTests
{
    [Theory]
    [InlineData("Setup", "NG1010")]
    [InlineData("Setup, Modes = MigrationMode.BackgroundSnapshot", "NG1010")]
    [InlineData("Setup, Modes = MigrationMode.CprExec", "NG1010")]
    [InlineData("Failed", "NG1002")]
    [InlineData("Failed, Phase.BeforeVmStart", "NG1002")]
    [InlineData("Failed, Phase.BeforeVmStart, RequiresStoppedVm = false", "NG1002")]
    [InlineData("Failed, Modes = MigrationMode.BackgroundSnapshot", "NG1002")]
    [InlineData("Failed, Phase.AfterVmStart", "NG1001")]
    [InlineData("phase: Phase.AfterVmStart, migrationEvent: Failed", "NG1001")]
    [InlineData("Failed, Phase.AfterVmStart, Modes = MigrationMode.CprTransfer", "NG1001")]
    [InlineData("Reclaimed, Phase.AfterVmStart", "NG1001")]
    [InlineData("IncomingDone, Phase.AfterVmStart", "NG1001")]
    [InlineData("Done, Modes = MigrationMode.BackgroundSnapshot", "NG1001")]
    [InlineData("Done, Modes = MigrationMode.Normal | MigrationMode.BackgroundSnapshot", "NG1001")]
    [InlineData("Done, Modes = MigrationMode.All", "NG1001")]
    public Task ATouchWhileTheVcpusMayRunIsReported(string attribute, string rule) =>
        Run(Of(attribute, $"{{|{rule}:_cpu.Pc|}} = 0; _ = _cpu.Id;"));

    [Theory]
    [InlineData("Done")]
    [InlineData("Done, Modes = MigrationMode.Normal | MigrationMode.CprReboot | MigrationMode.CprTransfer | MigrationMode.CprExec")]
    [InlineData("PostcopyStart")]
    [InlineData("PostcopyStart, Modes = MigrationMode.All")]
    [InlineData("Failed, RequiresStoppedVm = true")]
    [InlineData("Failed, Phase.BeforeVmStart, RequiresStoppedVm = true, Modes = MigrationMode.All")]
    [InlineData("Reclaimed")]
    [InlineData("Reclaimed, Phase.BeforeVmStart")]
    [InlineData("IncomingSetup")]
    [InlineData("IncomingDone")]
    [InlineData("IncomingDone, Phase.BeforeVmStart")]
    [InlineData("IncomingFailed")]
    public Task WhileTheyStandItIsFine(string attribute) => Run(Of(attribute, "_cpu.Pc = 0;"));

    [Theory]
    [InlineData("Done")]
    [InlineData("PostcopyStart")]
    [InlineData("Failed, RequiresStoppedVm = true")]
    [InlineData("Reclaimed")]
    [InlineData("IncomingSetup")]
    [InlineData("IncomingDone")]
    [InlineData("IncomingFailed")]
    [InlineData("Failed")]
    public Task AfterAResumeATouchIsOneInEveryEvent(string attribute) => Run(Of(attribute, "_machine.Start(); {|NG1001:_cpu.Pc|} = 0;"));

    [Theory]
    [InlineData("Setup")]
    [InlineData("Failed")]
    [InlineData("Failed, Phase.AfterVmStart")]
    [InlineData("Reclaimed, Phase.AfterVmStart")]
    [InlineData("IncomingDone, Phase.AfterVmStart")]
    [InlineData("Done, Modes = MigrationMode.All")]
    public Task WithinAPauseATouchIsFineInEveryEvent(string attribute) => Run(Of(attribute, "using (_machine.Pause()) { _cpu.Pc = 0; }"));

    [Theory]
    [InlineData("Done)] [OnMigrationEvent(Failed, Phase.AfterVmStart", "NG1001")]
    [InlineData("Failed)] [OnMigrationEvent(Failed, Phase.AfterVmStart", "NG1001")]
    [InlineData("Failed, RequiresStoppedVm = true)] [OnMigrationEvent(Reclaimed, Phase.AfterVmStart", "NG1001")]
    [InlineData("Failed)] [OnMigrationEvent(Reclaimed", "NG1002")]
    [InlineData("Done)] [OnMigrationEvent(Setup", "NG1010")]
    public Task OfSeveralEventsTheWorstCounts(string attributes, string rule) => Run(Of(attributes, $"{{|{rule}:_cpu.Pc|}} = 0;"));

    [Fact]
    public Task OfSeveralEventsNoneMayCount() => Run(Of("Done)] [OnMigrationEvent(Reclaimed", "_cpu.Pc = 0;"));

    [Fact]
    public Task WhatIsNoHandlerIsNotLookedAt() => Run(Project("""
        using Board;

        class Nic(Machine machine, Cpu cpu)
        {
            public void OnFailed() { machine.Start(); cpu.Pc = 0; }
        }
        """));

    [Fact]
    public Task HandlersAreStaticOrPrivateOrOfRecordsOrNestedToo() => Run(Project("""
        using Board;

        static class Vcpus
        {
            private static readonly Cpu s_cpu = new Cpu();

            [OnMigrationEvent(Failed, Phase.AfterVmStart)]
            public static void OnFailed() => {|NG1001:s_cpu.Pc|} = 0;
        }

        partial record Nic(Cpu Cpu)
        {
            [OnMigrationEvent(Failed, Phase.AfterVmStart)]
            private void OnFailed() => {|NG1001:Cpu.Pc|} = 0;

            internal sealed class Queue(Cpu cpu)
            {
                [OnMigrationEvent(Failed, Phase.AfterVmStart)]
                internal void OnFailed() => {|NG1001:cpu.Pc|} = 0;
            }
        }

        interface IPort
        {
            Cpu Cpu { get; }

            [OnMigrationEvent(Failed, Phase.AfterVmStart)]
            void OnFailed() => {|NG1001:Cpu.Pc|} = 0;
        }
        """));

    [Fact]
    public Task AnOverrideOfAHandlerIsAHandler() => Run(Project("""
        using Board;

        abstract class Device(Cpu cpu)
        {
            protected Cpu Cpu { get; } = cpu;

            [OnMigrationEvent(Failed, Phase.AfterVmStart)]
            public abstract void OnFailed();

            public abstract void OnDone();
        }

        sealed class Nic(Cpu cpu) : Device(cpu)
        {
            public override void OnFailed() => {|NG1001:Cpu.Pc|} = 0;

            public override void OnDone() => Cpu.Pc = 0;
        }
        """));

    [Fact]
    public Task ASetupHandlerThatRefusesIsAHandler() => Run(Project("""
        using Board;

        class Nic(Cpu cpu)
        {
            [OnMigrationEvent(Setup)]
            public SetupResult OnSetup(in MigrationContext context) => {|NG1010:cpu.Halted|} ? SetupResult.Accept : SetupResult.Refuse("runs");
        }
        """));

    [Fact]
    public Task EachTouchIsReportedOnce() => Run(Of("Failed, Phase.AfterVmStart", "while (_busy) { {|NG1001:_cpu.Pc|} += 1; } {|NG1001:_cpu.Pc|} = 0; {|NG1001:_cpu.Pc|} = 0;"));
}

using NotifierGen.CodeFixes.Effects;
using static NotifierGen.Analyzers.Tests.Effects.CodeFixes.EffectFix<NotifierGen.CodeFixes.Effects.TouchAfterResumeCodeFix>;

namespace NotifierGen.Analyzers.Tests.Effects.CodeFixes;

/// <summary>NG1001's first fix: the handler moves to Phase.BeforeVmStart.</summary>
public sealed class BeforeVmStartFixTests
{
    private const string Fix = nameof(BeforeVmStartFix);

    [Theory]
    [InlineData("OnMigrationEvent(Failed, Phase.AfterVmStart)", "OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true)")]
    [InlineData("OnMigrationEvent(Failed, AfterVmStart)", "OnMigrationEvent(Failed, BeforeVmStart, RequiresStoppedVm = true)")]
    [InlineData("OnMigrationEvent(Failed, NotifierGen.Phase.AfterVmStart)", "OnMigrationEvent(Failed, NotifierGen.Phase.BeforeVmStart, RequiresStoppedVm = true)")]
    [InlineData("OnMigrationEvent(Failed, P.AfterVmStart)", "OnMigrationEvent(Failed, P.BeforeVmStart, RequiresStoppedVm = true)")]
    [InlineData("OnMigrationEvent(Failed, (Phase)Late)", "OnMigrationEvent(Failed, BeforeVmStart, RequiresStoppedVm = true)")]
    [InlineData(
        "OnMigrationEvent(phase: Phase.AfterVmStart, migrationEvent: Failed)",
        "OnMigrationEvent(phase: Phase.BeforeVmStart, migrationEvent: Failed, RequiresStoppedVm = true)")]
    [InlineData(
        "OnMigrationEvent(Failed, Phase.AfterVmStart, Order = 3, RequiresStoppedVm = false)",
        "OnMigrationEvent(Failed, Phase.BeforeVmStart, Order = 3, RequiresStoppedVm = true)")]
    [InlineData("OnMigrationEvent(Reclaimed, Phase.AfterVmStart)", "OnMigrationEvent(Reclaimed, Phase.BeforeVmStart)")]
    [InlineData("OnMigrationEvent(IncomingDone, Phase.AfterVmStart)", "OnMigrationEvent(IncomingDone, Phase.BeforeVmStart)")]
    [InlineData(
        "OnMigrationEvent(Failed, Phase.AfterVmStart /* late */)",
        "OnMigrationEvent(Failed, Phase.BeforeVmStart /* late */, RequiresStoppedVm = true)")]
    public Task ThePhaseChanges(string attribute, string mended) => Mends(Fix, Device(attribute, "{|NG1001:_cpu.PC|} = 0;"), Device(mended, "_cpu.PC = 0;"));

    [Fact]
    public Task EveryLateMomentOfTheHandlerMoves() => Mends(
        Fix,
        Device(
            """
            OnMigrationEvent(IncomingSetup)]
                [OnMigrationEvent(Failed, Phase.AfterVmStart), OnMigrationEvent(Reclaimed, Phase.AfterVmStart)]
                [OnMigrationEvent(Failed, Phase.AfterVmStart, Modes = MigrationMode.CprExec)
            """,
            "{|NG1001:_cpu.PC|} = 0; {|NG1001:_cpu.Halted|} = true;"),
        Device(
            """
            OnMigrationEvent(IncomingSetup)]
                [OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true), OnMigrationEvent(Reclaimed, Phase.BeforeVmStart)]
                [OnMigrationEvent(Failed, Phase.BeforeVmStart, Modes = MigrationMode.CprExec, RequiresStoppedVm = true)
            """,
            "_cpu.PC = 0; _cpu.Halted = true;"));

    [Fact]
    public Task AllHandlersOfAllFilesMoveAtOnce()
    {
        string source = Device("OnMigrationEvent(Failed, Phase.AfterVmStart)", "{|NG1001:_cpu.PC|} = 0;");
        string mended = Device("OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true)", "_cpu.PC = 0;");
        string second = source.Replace("class Nic", "class Disk", StringComparison.Ordinal);
        string mendedSecond = mended.Replace("class Nic", "class Disk", StringComparison.Ordinal);
        var test = Test(Fix, source, mended);
        test.TestState.Sources.Add(("Disk.cs", "using Board;\n" + second));
        test.FixedState.Sources.Add(("Disk.cs", "using Board;\n" + mendedSecond));
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("OnMigrationEvent(Failed, Phase.AfterVmStart), OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true)")]
    [InlineData("OnMigrationEvent(Failed, Phase.AfterVmStart), OnMigrationEvent(Failed, RequiresStoppedVm = true, Modes = MigrationMode.All)")]
    public Task AHandlerThatIsCalledBeforeTheVmStartsAlreadyStays(string attributes) =>
        IsNotOffered(Fix, Device(attributes, "{|NG1001:_cpu.PC|} = 0;"));

    [Fact]
    public Task AnotherModeIsAnotherMoment() => Mends(
        Fix,
        Device("OnMigrationEvent(Failed, Phase.AfterVmStart), OnMigrationEvent(Failed, RequiresStoppedVm = true, Modes = MigrationMode.CprExec)", "{|NG1001:_cpu.PC|} = 0;"),
        Device(
            "OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true), OnMigrationEvent(Failed, RequiresStoppedVm = true, Modes = MigrationMode.CprExec)",
            "_cpu.PC = 0;"));

    [Fact]
    public Task WhatTheOverriddenHandlerDoesBeforeTheVmStartsIsNotDoneTwice() => IsNotOffered(Fix, """
        abstract class Device
        {
            [OnMigrationEvent(Failed, RequiresStoppedVm = true)]
            public abstract void OnFailed();
        }

        class Nic : Device
        {
            private readonly Cpu _cpu = new Cpu();

            [OnMigrationEvent(Failed, Phase.AfterVmStart)]
            public override void OnFailed() => {|NG1001:_cpu.PC|} = 0;
        }
        """);

    [Fact]
    public Task AHandlerThatAsksWhetherTheVmStartedStays() =>
        IsNotOffered(Fix, Device("OnMigrationEvent(Failed, Phase.AfterVmStart)", "if (context.VmStarted) {|NG1001:_cpu.PC|} = 0;"));

    [Fact]
    public Task ATouchAfterTheHandlersOwnResumeIsNotMendedByAnotherPhase() => IsNotOffered(
        Fix, Device("OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true)", "_machine.Start(); {|NG1001:_cpu.PC|} = 0;"));

    [Fact]
    public Task TheAttributeOfAPartialMethodMayStandInAnotherPlace()
    {
        const string Source = """
            partial class Nic
            {
                private readonly Cpu _cpu = new Cpu();

                private partial void OnFailed();

                [OnMigrationEvent(Failed, Phase.AfterVmStart)]
                private partial void OnFailed() => {|NG1001:_cpu.PC|} = 0;
            }
            """;
        return Mends(Fix, Source, Source
            .Replace("Phase.AfterVmStart", "Phase.BeforeVmStart, RequiresStoppedVm = true", StringComparison.Ordinal)
            .Replace("{|NG1001:_cpu.PC|}", "_cpu.PC", StringComparison.Ordinal));
    }

    private static string Device(string attributes, string body) => $$"""
        using static NotifierGen.Phase;
        using P = NotifierGen.Phase;

        class Nic
        {
            private const byte Late = 1;
            private readonly Cpu _cpu = new Cpu();
            private readonly IMachine _machine = null!;

            /// <summary>Kept.</summary>
            [{{attributes}}]
            public void OnAny(in MigrationContext context)
            {
                {{body}} // Kept.
            }
        }
        """;
}

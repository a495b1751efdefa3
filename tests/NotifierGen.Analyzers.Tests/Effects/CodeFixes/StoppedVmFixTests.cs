using NotifierGen.CodeFixes.Effects;
using static NotifierGen.Analyzers.Tests.Effects.CodeFixes.EffectFix<NotifierGen.CodeFixes.Effects.TouchWhileMaybeRunningCodeFix>;

namespace NotifierGen.Analyzers.Tests.Effects.CodeFixes;

/// <summary>NG1002's first fix: the session stops the VM.</summary>
public sealed class StoppedVmFixTests
{
    private const string Fix = nameof(StoppedVmFix);

    [Theory]
    [InlineData("[OnMigrationEvent(Failed)]", "[OnMigrationEvent(Failed, RequiresStoppedVm = true)]")]
    [InlineData("[OnMigrationEvent(Failed, Phase.BeforeVmStart, Order = 1)]", "[OnMigrationEvent(Failed, Phase.BeforeVmStart, Order = 1, RequiresStoppedVm = true)]")]
    [InlineData("[OnMigrationEvent(Failed, RequiresStoppedVm = false, Order = 1)]", "[OnMigrationEvent(Failed, RequiresStoppedVm = true, Order = 1)]")]
    [InlineData("[OnMigrationEvent(migrationEvent: Failed)]", "[OnMigrationEvent(migrationEvent: Failed, RequiresStoppedVm = true)]")]
    [InlineData(
        "[OnMigrationEvent(Done), OnMigrationEvent(Failed), OnMigrationEvent(Failed, Modes = MigrationMode.CprExec)]",
        "[OnMigrationEvent(Done), OnMigrationEvent(Failed, RequiresStoppedVm = true), OnMigrationEvent(Failed, Modes = MigrationMode.CprExec, RequiresStoppedVm = true)]")]
    public Task TheFlagIsSet(string attribute, string mended) => Mends(
        Fix,
        $$"""
        class Nic
        {
            private readonly Cpu _cpu = new Cpu();

            // Kept.
            {{attribute}} // Kept.
            public void OnAny() { {|NG1002:_cpu.PC|} = 0; {|NG1002:_cpu.Halted|} = true; }
        }
        """,
        $$"""
        class Nic
        {
            private readonly Cpu _cpu = new Cpu();

            // Kept.
            {{mended}} // Kept.
            public void OnAny() { _cpu.PC = 0; _cpu.Halted = true; }
        }
        """);

    [Fact]
    public Task AllHandlersAreMendedAtOnce() => Mends(
        Fix,
        """
        class Nic
        {
            private readonly Cpu _cpu = new Cpu();

            [OnMigrationEvent(Failed)]
            public void OnFailed() => {|NG1002:_cpu.PC|} = 0;

            [OnMigrationEvent(
                Failed,
                Order = 2)]
            public void OnFailedToo() => {|NG1002:_cpu.PC|} = 0;
        }
        """,
        """
        class Nic
        {
            private readonly Cpu _cpu = new Cpu();

            [OnMigrationEvent(Failed, RequiresStoppedVm = true)]
            public void OnFailed() => _cpu.PC = 0;

            [OnMigrationEvent(
                Failed,
                Order = 2, RequiresStoppedVm = true)]
            public void OnFailedToo() => _cpu.PC = 0;
        }
        """);
}

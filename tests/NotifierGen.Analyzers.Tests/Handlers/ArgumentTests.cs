using Microsoft.CodeAnalysis.Testing;
using static NotifierGen.Analyzers.Tests.Testing.Rule<NotifierGen.Analyzers.Handlers.HandlerAnalyzer>;

namespace NotifierGen.Analyzers.Tests.Handlers;

/// <summary>NG0008: arguments that mean nothing.</summary>
public sealed class ArgumentTests
{
    [Theory]
    [InlineData("Done, {|NG0008:Modes = 0|}")]
    [InlineData("Done, {|NG0008:Modes = default|}")]
    [InlineData("Done, {|NG0008:Modes = (MigrationMode)32|}")]
    [InlineData("Done, {|NG0008:Modes = MigrationMode.All | (MigrationMode)128|}")]
    [InlineData("Done, {|NG0008:BudgetMicroseconds = -1|}")]
    [InlineData("Done, Order = -1, {|NG0008:BudgetMicroseconds = int.MinValue|}")]
    [InlineData("Setup, {|NG0008:RequiresStoppedVm = true|}")]
    [InlineData("Done, {|NG0008:RequiresStoppedVm = true|}")]
    [InlineData("Failed, Phase.AfterVmStart, {|NG0008:RequiresStoppedVm = true|}")]
    [InlineData("Reclaimed, {|NG0008:RequiresStoppedVm = true|}")]
    [InlineData("IncomingDone, {|NG0008:RequiresStoppedVm = true|}")]
    [InlineData("IncomingFailed, {|NG0008:RequiresStoppedVm = true|}")]
    [InlineData("{|NG0008:(MigrationEvent)8|}")]
    [InlineData("{|NG0008:(MigrationEvent)8|}, Phase.AfterVmStart")]
    [InlineData("{|NG0008:migrationEvent: (MigrationEvent)255|}")]
    [InlineData("Failed, {|NG0008:(Phase)2|}")]
    [InlineData("{|NG0008:phase: (Phase)9|}, migrationEvent: Failed")]
    [InlineData("Done, {|NG0008:Modes = 0|}, {|NG0008:BudgetMicroseconds = -5|}, {|NG0008:RequiresStoppedVm = true|}")]
    public Task AnArgumentThatMeansNothingIsReportedWhereItStands(string arguments) => Holds($$"""
        class Nic
        {
            [OnMigrationEvent({{arguments}})]
            public void OnEvent() { }
        }
        """);

    [Theory]
    [InlineData("Done, Modes = MigrationMode.All")]
    [InlineData("Done, Modes = MigrationMode.CprExec | MigrationMode.CprReboot")]
    [InlineData("Done, BudgetMicroseconds = 0")]
    [InlineData("Done, BudgetMicroseconds = int.MaxValue, Order = int.MinValue")]
    [InlineData("Failed, RequiresStoppedVm = true")]
    [InlineData("Failed, Phase.BeforeVmStart, RequiresStoppedVm = true")]
    [InlineData("Done, RequiresStoppedVm = false")]
    [InlineData("(MigrationEvent)7")]
    [InlineData("Failed, (Phase)1")]
    public Task AnArgumentThatMeansSomethingIsFine(string arguments) => Holds($$"""
        class Nic
        {
            [OnMigrationEvent({{arguments}})]
            public void OnEvent() { }
        }
        """);

    [Fact]
    public Task TheMessageSaysWhatIsWrong() => Holds(
        """
        class Nic
        {
            [OnMigrationEvent(Done, {|#0:BudgetMicroseconds = -5|})]
            public void OnDone() { }
        }
        """,
        new DiagnosticResult(Descriptors.MeaninglessArgument).WithLocation(0).WithArguments("BudgetMicroseconds", "-5 is negative; 0 means no budget"));

    [Fact]
    public Task APragmaSuppressesIt() => Holds("""
        class Nic
        {
        #pragma warning disable NG0008
            [OnMigrationEvent(Done, Modes = 0)]
        #pragma warning restore NG0008
            public void OnDone() { }
        }
        """);

    [Fact]
    public Task AnEditorconfigTurnsItOff() => HoldsWithSeverity("NG0008", "none", """
        class Nic
        {
            [OnMigrationEvent(Done, Modes = 0)]
            public void OnDone() { }
        }
        """);
}

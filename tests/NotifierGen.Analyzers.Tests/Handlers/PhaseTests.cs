using Microsoft.CodeAnalysis.Testing;
using static NotifierGen.Analyzers.Tests.Testing.Rule<NotifierGen.Analyzers.Handlers.HandlerAnalyzer>;

namespace NotifierGen.Analyzers.Tests.Handlers;

/// <summary>NG0003: phases exist where a VM may start.</summary>
public sealed class PhaseTests
{
    public static TheoryData<string, string> EventsWithoutPhases()
    {
        var data = new TheoryData<string, string>();
        foreach (string migrationEvent in (string[])["Setup", "PostcopyStart", "Done", "IncomingSetup", "IncomingFailed"])
        {
            data.Add(migrationEvent, "BeforeVmStart");
            data.Add(migrationEvent, "AfterVmStart");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EventsWithoutPhases))]
    public Task APhaseOfAnEventWithoutPhasesIsReportedAtTheArgument(string migrationEvent, string phase) => Holds($$"""
        class Nic
        {
            [OnMigrationEvent({{migrationEvent}}, {|NG0003:Phase.{{phase}}|}, Order = 1)]
            public void OnEvent() { }

            [OnMigrationEvent({|NG0003:phase: Phase.{{phase}}|}, migrationEvent: {{migrationEvent}})]
            public void OnEventByName() { }
        }
        """);

    [Theory]
    [InlineData("Failed")]
    [InlineData("Reclaimed")]
    [InlineData("IncomingDone")]
    public Task AnEventAfterWhichAVmMayStartHasBoth(string migrationEvent) => Holds($$"""
        class Nic
        {
            [OnMigrationEvent({{migrationEvent}}, Phase.BeforeVmStart)]
            [OnMigrationEvent({{migrationEvent}}, Phase.AfterVmStart)]
            public void OnEvent() { }
        }
        """);

    [Fact]
    public Task TheMessageNamesTheEvent() => Holds(
        """
        class Nic
        {
            [OnMigrationEvent(Done, {|#0:Phase.AfterVmStart|})]
            public void OnDone() { }
        }
        """,
        new DiagnosticResult(Descriptors.PhaseWithoutMeaning).WithLocation(0).WithArguments("Done"));

    [Fact]
    public Task APragmaSuppressesIt() => Holds("""
        class Nic
        {
        #pragma warning disable NG0003
            [OnMigrationEvent(Done, Phase.AfterVmStart)]
        #pragma warning restore NG0003
            public void OnDone() { }
        }
        """);

    [Fact]
    public Task AnEditorconfigTurnsItOff() => HoldsWithSeverity("NG0003", "none", """
        class Nic
        {
            [OnMigrationEvent(Done, Phase.AfterVmStart)]
            public void OnDone() { }
        }
        """);
}

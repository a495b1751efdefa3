using Microsoft.CodeAnalysis.Testing;
using static NotifierGen.Analyzers.Tests.Testing.Rule<NotifierGen.Analyzers.Handlers.HandlerAnalyzer>;

namespace NotifierGen.Analyzers.Tests.Handlers;

/// <summary>NG0005: each handler once.</summary>
public sealed class DuplicateHandlerTests
{
    [Fact]
    public Task TheSecondAttributeForAnEventIsReported() => Holds("""
        class Nic
        {
            [OnMigrationEvent(Done)]
            [{|NG0005:OnMigrationEvent(Done, Order = 1)|}]
            public void OnDone() { }

            [OnMigrationEvent(Failed), {|NG0005:OnMigrationEvent(Failed, Phase.BeforeVmStart)|}]
            public void OnFailed() { }
        }
        """);

    [Fact]
    public Task OnlyModesThatOverlapMakeADuplicate() => Holds("""
        class Nic
        {
            [OnMigrationEvent(Done)]
            [OnMigrationEvent(Done, Modes = MigrationMode.CprExec)]
            [{|NG0005:OnMigrationEvent(Done, Modes = MigrationMode.CprExec | MigrationMode.CprReboot)|}]
            public void OnDone() { }
        }
        """);

    [Fact]
    public Task AnotherEventOrPhaseIsNoDuplicate() => Holds("""
        class Nic
        {
            [OnMigrationEvent(Setup)]
            [OnMigrationEvent(Done)]
            [OnMigrationEvent(Failed)]
            [OnMigrationEvent(Failed, Phase.AfterVmStart)]
            public void OnAny() { }
        }
        """);

    [Fact]
    public Task AnOverrideOfAHandlerIsCalledByItsRowAlready() => Holds(
        """
        abstract class Device
        {
            [OnMigrationEvent(Done)] public abstract void OnDone();
            [OnMigrationEvent(Failed)] public virtual void OnFailed() { }
        }

        class Nic : Device
        {
            [{|#0:OnMigrationEvent(Done)|}] public override void OnDone() { }
            public override void OnFailed() { }
        }

        class FastNic : Nic
        {
            [{|#1:OnMigrationEvent(Failed)|}] public override void OnFailed() { }
        }
        """,
        new DiagnosticResult(Descriptors.DuplicateHandler).WithLocation(0).WithArguments(
            "Nic.OnDone", "Done", "'Device.OnDone'"),
        new DiagnosticResult(Descriptors.DuplicateHandler).WithLocation(1).WithArguments(
            "FastNic.OnFailed", "Failed/BeforeVmStart", "'Device.OnFailed'"));

    [Fact]
    public Task AnOverrideMayHandleAnotherEventModeOrPhase() => Holds("""
        abstract class Device
        {
            [OnMigrationEvent(Failed)] public virtual void OnFailed() { }
            [OnMigrationEvent(Done)] public virtual void OnDone() { }
        }

        class Nic : Device
        {
            [OnMigrationEvent(Failed, Phase.AfterVmStart)] public override void OnFailed() { }
            [OnMigrationEvent(Done, Modes = MigrationMode.CprExec)] public override void OnDone() { }
        }
        """);

    [Fact]
    public Task AMethodThatHidesAHandlerIsAnotherOne() => Holds("""
        class Device
        {
            [OnMigrationEvent(Done)] public void OnDone() { }
        }

        class Nic : Device
        {
            [OnMigrationEvent(Done)] public new void OnDone() { }
        }
        """);

    [Fact]
    public Task AnImplementationOfAHandlerIsCalledByItsRowAlready() => Holds("""
        interface IDevice
        {
            [OnMigrationEvent(Done)] void OnDone();
            [OnMigrationEvent(Failed)] void OnFailed(in MigrationContext context);
            void OnSetup();
        }

        class Nic : IDevice
        {
            [{|NG0005:OnMigrationEvent(Done)|}] public virtual void OnDone() { }
            public void OnFailed(in MigrationContext context) { }
            [OnMigrationEvent(Failed)] public void OnFailed() { }
            [OnMigrationEvent(Setup)] public void OnSetup() { }
        }

        class FastNic : Nic
        {
            [{|NG0005:OnMigrationEvent(Done)|}] public override void OnDone() { }
        }
        """);

    [Fact]
    public Task APragmaSuppressesIt() => Holds("""
        class Nic
        {
            [OnMigrationEvent(Done)]
        #pragma warning disable NG0005
            [OnMigrationEvent(Done)]
        #pragma warning restore NG0005
            public void OnDone() { }
        }
        """);

    [Fact]
    public Task AnEditorconfigMakesItAWarning() => HoldsWithSeverity(
        "NG0005",
        "warning",
        """
        class Nic
        {
            [OnMigrationEvent(Done), {|#0:OnMigrationEvent(Done)|}]
            public void OnDone() { }
        }
        """,
        new DiagnosticResult("NG0005", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).WithLocation(0));
}

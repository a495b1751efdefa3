using NotifierGen.Analyzers.Handlers;
using NotifierGen.Analyzers.Tests.Testing;
using NotifierGen.CodeFixes.Handlers;

namespace NotifierGen.Analyzers.Tests.Handlers;

/// <summary>The fixes of NG0003 and NG0005: what is too much goes.</summary>
public sealed class AttributeCodeFixTests
{
    [Fact]
    public Task ThePhaseGoes() => Fix<HandlerAnalyzer, RemovePhaseCodeFix>.Mends(
        """
        class Nic
        {
            [OnMigrationEvent(Setup, {|NG0003:Phase.BeforeVmStart|})]
            [OnMigrationEvent(Done, {|NG0003:Phase.AfterVmStart|}, Order = 3)]
            [OnMigrationEvent({|NG0003:phase: Phase.AfterVmStart|}, migrationEvent: IncomingFailed)]
            [OnMigrationEvent(Failed, Phase.AfterVmStart)]
            public void OnAny() { }
        }
        """,
        """
        class Nic
        {
            [OnMigrationEvent(Setup)]
            [OnMigrationEvent(Done, Order = 3)]
            [OnMigrationEvent(migrationEvent: IncomingFailed)]
            [OnMigrationEvent(Failed, Phase.AfterVmStart)]
            public void OnAny() { }
        }
        """);

    [Fact]
    public Task TheSecondAttributeGoes() => Fix<HandlerAnalyzer, RemoveDuplicateCodeFix>.Mends(
        """
        abstract class Device
        {
            [OnMigrationEvent(Failed)]
            public abstract void OnFailed();
        }

        class Nic : Device
        {
            [OnMigrationEvent(Done)]
            [{|NG0005:OnMigrationEvent(Done)|}]
            [OnMigrationEvent(Setup), {|NG0005:OnMigrationEvent(Setup)|}, {|NG0005:OnMigrationEvent(Setup)|}]
            public void OnAny() { }

            /// <summary>Kept.</summary>
            [{|NG0005:OnMigrationEvent(Failed)|}]
            public override void OnFailed() { }
        }
        """,
        """
        abstract class Device
        {
            [OnMigrationEvent(Failed)]
            public abstract void OnFailed();
        }

        class Nic : Device
        {
            [OnMigrationEvent(Done)]
            [OnMigrationEvent(Setup)]
            public void OnAny() { }

            /// <summary>Kept.</summary>
            public override void OnFailed() { }
        }
        """);
}

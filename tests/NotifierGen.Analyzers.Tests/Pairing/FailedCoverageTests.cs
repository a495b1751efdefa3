using Microsoft.CodeAnalysis.Testing;
using NotifierGen.Analyzers.Tests.Testing;
using static NotifierGen.Analyzers.Tests.Testing.Rule<NotifierGen.Analyzers.Pairing.SetupWithoutFailedAnalyzer>;

namespace NotifierGen.Analyzers.Tests.Pairing;

/// <summary>Who may undo for NG1006 what Setup changed: in which modes, and in which class.</summary>
public sealed class FailedCoverageTests
{
    [Theory]
    [InlineData("Normal", "Normal", null)]
    [InlineData("All", "All", null)]
    [InlineData("Normal | MigrationMode.CprExec", "All", null)]
    [InlineData("CprExec", "Normal", "mode CprExec")]
    [InlineData("Normal | MigrationMode.CprExec", "Normal", "mode CprExec")]
    [InlineData("All", "CprTransfer", "modes Normal, BackgroundSnapshot, CprReboot, CprExec")]
    public Task TheModesMustBeCovered(string setup, string failed, string? missing)
    {
        string handler = missing is null ? "OnSetup" : "{|#0:OnSetup|}";
        string source = $$"""
            class Nic
            {
                private int _count;

                [OnMigrationEvent(Setup, Modes = MigrationMode.{{setup}})]
                public void {{handler}}() => {|#1:_count = 1|};

                [OnMigrationEvent(Failed, Phase.AfterVmStart, Modes = MigrationMode.{{failed}})]
                public void OnFailed() => _count = 0;
            }
            """;
        return missing is null
            ? Holds(source.Replace("{|#1:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal))
            : Holds(source, new DiagnosticResult(Descriptors.SetupWithoutFailed).WithLocation(0).WithLocation(1).WithArguments("Nic.OnSetup", "_count", missing));
    }

    [Fact]
    public Task SeveralFailedHandlersCoverTheModesTogether() => Holds("""
        class Nic
        {
            private int _count;

            [OnMigrationEvent(Setup, Modes = MigrationMode.Normal | MigrationMode.CprExec)]
            [OnMigrationEvent(Setup, Modes = MigrationMode.CprReboot)]
            public void OnSetup() => _count = 1;

            [OnMigrationEvent(Failed)]
            public void OnFailed() => _count = 0;

            [OnMigrationEvent(Failed, Phase.AfterVmStart, Modes = MigrationMode.CprExec | MigrationMode.CprReboot)]
            public static void OnCprFailed() { }
        }
        """);

    [Theory]
    [InlineData("Done")]
    [InlineData("IncomingSetup")]
    [InlineData("Reclaimed")]
    public Task OtherEventsNeedNoFailed(string migrationEvent) => Holds($$"""
        class Nic
        {
            private int _count;

            [OnMigrationEvent({{migrationEvent}})]
            public void OnEvent() => _count = 1;
        }
        """);

    [Fact]
    public Task ABaseOrAnInterfaceMayUndo() => Holds("""
        class Device
        {
            protected int Count;

            [OnMigrationEvent(Failed)]
            public virtual void OnFailed() => Count = 0;
        }

        class Nic : Device
        {
            [OnMigrationEvent(Setup)]
            public void OnSetup() => Count = 1;
        }

        interface IUndoes
        {
            [OnMigrationEvent(Failed)]
            void OnFailed();
        }

        class Disk : IUndoes
        {
            private int _count;

            [OnMigrationEvent(Setup)]
            public void OnSetup() => _count = 1;

            void IUndoes.OnFailed() => _count = 0;
        }
        """);

    [Fact]
    public Task ABaseOfAnotherAssemblyMayUndoInPrivate()
    {
        var test = Test("""
            class Nic : Device
            {
                [OnMigrationEvent(Setup)]
                public void OnSetup() => Count = 1;
            }
            """);
        test.TestState.AdditionalReferences.Add(Library.Compile("Devices", """
            public partial class Device
            {
                protected int Count;

                [OnMigrationEvent(Failed)]
                private void OnFailed() => Count = 0;
            }
            """));
        return Run(test, []);
    }

    [Fact]
    public Task EveryClassDerivedFromAnAbstractOneMayUndo() => Holds("""
        abstract class Device
        {
            protected int Count;

            [OnMigrationEvent(Setup)]
            public void OnSetup() => Count = 1;
        }

        class Nic : Device
        {
            [OnMigrationEvent(Failed)]
            public void OnFailed() => Count = 0;
        }

        abstract class Storage : Device;

        class Disk : Storage
        {
            [OnMigrationEvent(Failed)]
            public void OnFailed() => Count = 0;
        }
        """);

    [Fact]
    public Task AClassDerivedFromAnAbstractOneThatDoesNotUndoIsNamed() => Holds(
        """
        abstract class Device
        {
            protected int Count;

            [OnMigrationEvent(Setup)]
            public void {|#0:OnSetup|}() => {|#1:Count = 1|};
        }

        class Nic : Device
        {
            [OnMigrationEvent(Failed)]
            public void OnFailed() => Count = 0;
        }

        class Disk : Device;
        """,
        new DiagnosticResult(Descriptors.SetupWithoutFailed).WithLocation(0).WithLocation(1).WithArguments("Device.OnSetup", "Count", "mode Normal of 'Disk'"));
}

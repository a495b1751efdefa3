using static NotifierGen.Analyzers.Tests.Testing.Fix<NotifierGen.Analyzers.Pairing.SetupWithoutFailedAnalyzer, NotifierGen.CodeFixes.Pairing.AddFailedHandlerCodeFix>;

namespace NotifierGen.Analyzers.Tests.Pairing;

/// <summary>NG1006's fix: a Failed handler that its author fills in.</summary>
public sealed class AddFailedHandlerCodeFixTests
{
    [Fact]
    public Task AHandlerIsAddedBehindTheSetupHandler() => Mends(
        """
        partial class Nic
        {
            private bool _plugged;

            // Before the guest's memory is copied.
            [OnMigrationEvent(Setup)]
            private void {|NG1006:Unplug|}() => _plugged = false;

            public bool IsPlugged => _plugged;
        }
        """,
        """
        partial class Nic
        {
            private bool _plugged;

            // Before the guest's memory is copied.
            [OnMigrationEvent(Setup)]
            private void Unplug() => _plugged = false;

            [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
            private void UndoUnplug()
            {
                // Undo what Unplug has done: it changes '_plugged'.
            }

            public bool IsPlugged => _plugged;
        }
        """);

    [Theory]
    [InlineData("Setup, Modes = MigrationMode.CprExec | MigrationMode.CprReboot", "Failed, Phase.BeforeVmStart, Modes = MigrationMode.CprExec | MigrationMode.CprReboot")]
    [InlineData("MigrationEvent.Setup, Order = 3, Modes = Wanted", "MigrationEvent.Failed, Phase.BeforeVmStart, Modes = Wanted")]
    [InlineData("Setup, Modes = MigrationMode.All), OnMigrationEvent(IncomingFailed", "Failed, Phase.BeforeVmStart, Modes = MigrationMode.All")]
    [InlineData("Setup), OnMigrationEvent(Setup, Modes = MigrationMode.CprTransfer", "Failed, Phase.BeforeVmStart, Modes = MigrationMode.Normal | MigrationMode.CprTransfer")]
    [InlineData("Setup, Modes = MigrationMode.Normal", "Failed, Phase.BeforeVmStart")]
    public Task TheModesAreThoseOfTheSetupHandler(string setup, string failed) => Mends(
        $$"""
        class Nic
        {
            private const MigrationMode Wanted = MigrationMode.CprExec;
            protected int Count;

            [OnMigrationEvent({{setup}})]
            protected internal void {|NG1006:OnSetup|}() => Count = (int)Wanted;
        }
        """,
        $$"""
        class Nic
        {
            private const MigrationMode Wanted = MigrationMode.CprExec;
            protected int Count;

            [OnMigrationEvent({{setup}})]
            protected internal void OnSetup() => Count = (int)Wanted;

            [OnMigrationEvent({{failed}})]
            protected internal void OnFailed()
            {
                // Undo what OnSetup has done: it changes 'Count'.
            }
        }
        """);

    [Fact]
    public Task OnlyModesThatAreLeftAreNamedAndNamesStayFree() => Mends(
        """
        class Nic
        {
            private static int s_count;

            [OnMigrationEvent(Setup, Modes = MigrationMode.Normal | MigrationMode.CprExec)]
            public static SetupResult {|NG1006:OnSetup|}() { s_count++; return SetupResult.Accept; }

            [OnMigrationEvent(Failed)]
            public static void OnFailed() => s_count--;
        }
        """,
        """
        class Nic
        {
            private static int s_count;

            [OnMigrationEvent(Setup, Modes = MigrationMode.Normal | MigrationMode.CprExec)]
            public static SetupResult OnSetup() { s_count++; return SetupResult.Accept; }

            [OnMigrationEvent(Failed, Phase.BeforeVmStart, Modes = MigrationMode.CprExec)]
            public static void OnFailed2()
            {
                // Undo what OnSetup has done: it changes 's_count'.
            }

            [OnMigrationEvent(Failed)]
            public static void OnFailed() => s_count--;
        }
        """);

    [Fact]
    public Task AnOverrideGetsAHandlerOfItsOwn() => Mends(
        """
        class Device
        {
            [OnMigrationEvent(Setup)]
            public virtual void OnSetup() { }
        }

        class Nic : Device
        {
            private int _count;

            public override void {|NG1006:OnSetup|}() => _count = 1;
        }
        """,
        """
        class Device
        {
            [OnMigrationEvent(Setup)]
            public virtual void OnSetup() { }
        }

        class Nic : Device
        {
            private int _count;

            public override void OnSetup() => _count = 1;

            [OnMigrationEvent(MigrationEvent.Failed, Phase.BeforeVmStart)]
            public void OnFailed()
            {
                // Undo what OnSetup has done: it changes '_count'.
            }
        }
        """);

    [Fact]
    public Task ManyAreMendedAtOnceAndOneHandlerDoesForTwo() => Mends(
        """
        class Nic
        {
            private int _count;

            [OnMigrationEvent(Setup)]
            public void {|NG1006:Freeze|}() => _count = 1;

            [OnMigrationEvent(Setup, Modes = MigrationMode.Normal | MigrationMode.CprExec)]
            public void {|NG1006:Hide|}() => _count = 2;

            public class Queue
            {
                private int _count;

                [OnMigrationEvent(Setup)]
                public void {|NG1006:Drain|}() => _count = 0;
            }
        }
        """,
        """
        class Nic
        {
            private int _count;

            [OnMigrationEvent(Setup)]
            public void Freeze() => _count = 1;

            [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
            public void UndoFreeze()
            {
                // Undo what Freeze has done: it changes '_count'.
            }

            [OnMigrationEvent(Setup, Modes = MigrationMode.Normal | MigrationMode.CprExec)]
            public void Hide() => _count = 2;

            [OnMigrationEvent(Failed, Phase.BeforeVmStart, Modes = MigrationMode.CprExec)]
            public void UndoHide()
            {
                // Undo what Hide has done: it changes '_count'.
            }

            public class Queue
            {
                private int _count;

                [OnMigrationEvent(Setup)]
                public void Drain() => _count = 0;

                [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
                public void UndoDrain()
                {
                    // Undo what Drain has done: it changes '_count'.
                }
            }
        }
        """);

    [Fact]
    public Task AnExplicitImplementationIsLeftToItsAuthor() => IsNotOffered("""
        interface IFreezes
        {
            [OnMigrationEvent(Setup)]
            void Freeze();
        }

        class Disk : IFreezes
        {
            private int _count;

            void IFreezes.{|NG1006:Freeze|}() => _count = 1;
        }
        """);
}

using Microsoft.CodeAnalysis.Testing;
using static NotifierGen.Analyzers.Tests.Pairing.SetupDevice;
using static NotifierGen.Analyzers.Tests.Testing.Rule<NotifierGen.Analyzers.Pairing.SetupWithoutFailedAnalyzer>;

namespace NotifierGen.Analyzers.Tests.Pairing;

/// <summary>NG1006: what Setup changes, a Failed handler undoes.</summary>
public sealed class SetupWithoutFailedTests
{
    [Fact]
    public Task AnOverrideAndAnImplementationRunAsSetupToo() => Holds("""
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

    [Fact]
    public Task APartialHandlerIsReportedWhereItsAttributeStands() => Holds("""
        partial class Nic
        {
            private int _count;

            [OnMigrationEvent(Setup)]
            public partial void {|NG1006:OnSetup|}();
        }

        partial class Nic
        {
            public partial void OnSetup() => _count = 1;
        }
        """);

    [Fact]
    public Task TheMessageNamesTheCallThatLeadsToTheChange() => Holds(
        """
        class Backend
        {
            private bool _on;
            public void Use() => Switch(true);
            private void Switch(bool on) => {|#1:_on = on|};
            public bool On => _on;
        }

        class Nic(Backend backend)
        {
            [OnMigrationEvent(Setup)]
            public void {|#0:OnSetup|}() => Prepare();

            private void Prepare() => backend.Use();
        }
        """,
        new DiagnosticResult(Descriptors.SetupWithoutFailed).WithLocation(0).WithLocation(1).WithArguments("Nic.OnSetup", "backend.Use", "mode Normal"));

    [Fact]
    public Task APragmaSuppressesIt() => Holds("""
        class Nic
        {
            private int _count;

        #pragma warning disable NG1006
            [OnMigrationEvent(Setup)]
            public void OnSetup() => _count = 1;
        #pragma warning restore NG1006
        }
        """);

    [Fact]
    public Task AnEditorconfigTurnsItOff() => HoldsWithSeverity("NG1006", "none", Device("OnSetup", "_count = 1;"));

    [Theory]
    [InlineData("{|NG1006:OnSetup|}", "_count = ")]
    [InlineData("OnSetup", "_missing = 3; missing.Add(")]
    [InlineData("{|NG1006:OnSetup|}", "this = null; (_count, ) = 3;")]
    [InlineData("OnSetup", "Deeper(Deeper(")]
    public Task HalfTypedCodeDoesNoHarm(string handler, string statements) => Survives($$"""
        class Nic
        {
            private int _count;

            [OnMigrationEvent(Setup)]
            public void {{handler}}() { {{statements}}
        """);
}

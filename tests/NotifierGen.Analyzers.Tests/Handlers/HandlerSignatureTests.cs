using Microsoft.CodeAnalysis.Testing;
using static NotifierGen.Analyzers.Tests.Testing.Rule<NotifierGen.Analyzers.Handlers.HandlerAnalyzer>;

namespace NotifierGen.Analyzers.Tests.Handlers;

/// <summary>NG0001: what a row can call.</summary>
public sealed class HandlerSignatureTests
{
    [Theory]
    [InlineData("public void OnEvent() { }")]
    [InlineData("public void OnEvent(in MigrationContext context) { }")]
    [InlineData("public void OnEvent(in MigrationContext context = default) { }")]
    [InlineData("public static void OnEvent() { }")]
    [InlineData("internal static void OnEvent(in MigrationContext context) { }")]
    [InlineData("public virtual void OnEvent() { }")]
    [InlineData("protected internal void OnEvent() => Console.WriteLine();")]
    [InlineData("public unsafe void OnEvent() { }")]
    [InlineData("[System.Diagnostics.Conditional(\"DEBUG\")] public void OnEvent() { }")]
    public Task ALegalSignatureIsFine(string method) => Holds($$"""
        class Nic
        {
            [OnMigrationEvent(Done)]
            {{method}}
        }
        """);

    [Theory]
    [InlineData("public int {|NG0001:OnEvent|}() => 1;")]
    [InlineData("public bool {|NG0001:OnEvent|}() => true;")]
    [InlineData("public object? {|NG0001:OnEvent|}() => null;")]
    [InlineData("public Task {|NG0001:OnEvent|}() => Task.CompletedTask;")]
    [InlineData("public async Task {|NG0001:OnEvent|}() => await Task.Yield();")]
    [InlineData("public async void {|NG0001:OnEvent|}() => await Task.Yield();")]
    [InlineData("public async ValueTask {|NG0001:OnEvent|}() => await Task.Yield();")]
    [InlineData("public IEnumerable<int> {|NG0001:OnEvent|}() { yield return 1; }")]
    [InlineData("public async IAsyncEnumerable<int> {|NG0001:OnEvent|}() { await Task.Yield(); yield return 1; }")]
    [InlineData("public ref int {|NG0001:OnEvent|}() => ref _x; private int _x;")]
    [InlineData("public ref readonly int {|NG0001:OnEvent|}() => ref _x; private int _x;")]
    [InlineData("public void {|NG0001:OnEvent|}<T>() { }")]
    [InlineData("public void {|NG0001:OnEvent|}(MigrationContext context) { }")]
    [InlineData("public void {|NG0001:OnEvent|}(ref MigrationContext context) { }")]
    [InlineData("public void {|NG0001:OnEvent|}(out MigrationContext context) => context = default;")]
    [InlineData("public void {|NG0001:OnEvent|}(ref readonly MigrationContext context) { }")]
    [InlineData("public void {|NG0001:OnEvent|}(in int context) { }")]
    [InlineData("public void {|NG0001:OnEvent|}(params MigrationContext[] contexts) { }")]
    [InlineData("public void {|NG0001:OnEvent|}(in MigrationContext context, int other = 0) { }")]
    [InlineData("public void {|NG0001:OnEvent|}(MigrationEvent migrationEvent) { }")]
    [InlineData("public void {|NG0001:OnEvent|}(__arglist) { }")]
    [InlineData("public SetupResult {|NG0001:OnEvent|}() => default;")]
    [InlineData("[System.Obsolete(\"Gone.\", error: true)] public void {|NG0001:OnEvent|}() { }")]
    [InlineData("[System.Runtime.InteropServices.UnmanagedCallersOnly] public static void {|NG0001:OnEvent|}() { }")]
    public Task AnIllegalSignatureIsReportedOnTheName(string method) => Holds($$"""
        class Nic
        {
            [OnMigrationEvent(Done)]
            {{method}}
        }
        """);

    [Fact]
    public Task AnObsoleteHandlerIsLegalAsLongAsItMayBeCalled() => Holds("""
        class Nic
        {
            [System.Obsolete("Soon gone.")]
            [OnMigrationEvent(Done)]
            public void OnEvent() { }
        }
        """);

    [Theory]
    [InlineData("Setup")]
    [InlineData("IncomingSetup")]
    public Task ASetupHandlerMayRefuse(string migrationEvent) => Holds($$"""
        class Nic
        {
            [OnMigrationEvent({{migrationEvent}})]
            public SetupResult OnSetup(in MigrationContext context) => SetupResult.Refuse("busy");
        }
        """);

    [Fact]
    public Task AHandlerOfBothSetupEventsMayRefuse() => Holds("""
        class Nic
        {
            [OnMigrationEvent(Setup)]
            [OnMigrationEvent(IncomingSetup)]
            public SetupResult OnSetup() => default;
        }
        """);

    [Fact]
    public Task ASetupHandlerOfAnotherEventMayNotRefuse() => Holds("""
        class Nic
        {
            [OnMigrationEvent(Setup)]
            [OnMigrationEvent(Failed)]
            public SetupResult {|NG0001:OnBoth|}() => default;
        }
        """);

    [Theory]
    [InlineData("public int X { [OnMigrationEvent(Done)] {|NG0001:get|} => 1; }")]
    [InlineData("public int X { get => 1; [OnMigrationEvent(Done)] {|NG0001:set|} { } }")]
    [InlineData("public event Action E { [OnMigrationEvent(Done)] {|NG0001:add|} { } remove { } }")]
    [InlineData("[OnMigrationEvent(Done)] public static Nic operator {|NG0001:+|}(Nic a, Nic b) => a;")]
    [InlineData("[OnMigrationEvent(Done)] public static implicit operator {|NG0001:int|}(Nic a) => 1;")]
    [InlineData("[OnMigrationEvent(Done)] ~{|NG0001:Nic|}() { }")]
    [InlineData("public void M() { Local(); [OnMigrationEvent(Done)] void {|NG0001:Local|}() { } }")]
    [InlineData("public Action M() => [OnMigrationEvent(Done)] () {|NG0001:=>|} { };")]
    [InlineData("public Action<int> M() => [OnMigrationEvent(Done)] (int x) {|NG0001:=>|} { };")]
    public Task OnlyAMethodOfATypeIsAHandler(string member) => Holds($$"""
        class Nic
        {
            {{member}}
        }
        """);

    [Fact]
    public Task AConstructorIsNone() => Survives("""
        class Nic
        {
            [OnMigrationEvent(Done)]
            public {|NG0001:Nic|}() { }
        }
        """);

    [Fact]
    public Task AnExplicitImplementationPointsToTheInterface() => Holds(
        """
        interface IDevice { void OnDone(); }
        class Nic : IDevice
        {
            [OnMigrationEvent(Done)]
            void IDevice.{|#0:OnDone|}() { }
        }
        """,
        new DiagnosticResult(Descriptors.HandlerSignature).WithLocation(0).WithArguments(
            "Nic.IDevice.OnDone",
            "it implements an interface member explicitly; put the attribute on the interface's member"));

    [Fact]
    public Task AStaticInterfaceMemberWithoutImplementationIsNone() => Holds("""
        interface IDevice
        {
            [OnMigrationEvent(Done)] static abstract void {|NG0001:OnDone|}();
            [OnMigrationEvent(Failed)] static virtual void {|NG0001:OnFailed|}() { }
            [OnMigrationEvent(Setup)] static void OnSetup() { }
            [OnMigrationEvent(Reclaimed)] void OnReclaimed();
        }
        """);

    [Fact]
    public Task APartialMethodIsReportedWhereItsAttributeStands() => Holds("""
        partial class Nic
        {
            public partial int OnDone();
            [OnMigrationEvent(Failed)] public partial int {|NG0001:OnFailed|}();
        }

        partial class Nic
        {
            [OnMigrationEvent(Done)] public partial int {|NG0001:OnDone|}() => 1;
            public partial int OnFailed() => 1;
        }
        """);

    [Fact]
    public Task APartialMethodWithoutABodyIsNoHandlerAndNoMistake() => Holds("""
        partial class Nic
        {
            [OnMigrationEvent(Done)] partial void OnDone(int notLegal);
        }
        """);

    [Fact]
    public Task AllMistakesStandInOneMessage() => Holds(
        """
        class Nic
        {
            [OnMigrationEvent(Failed)]
            public async Task {|#0:OnFailed|}<T>(MigrationContext context) => await Task.Yield();
        }
        """,
        new DiagnosticResult(Descriptors.HandlerSignature).WithLocation(0).WithArguments(
            "Nic.OnFailed",
            "it is async: the dispatch would not wait for it; it returns Task; a handler returns void, or SetupResult for Setup and IncomingSetup; "
            + "it is generic: nothing says with which type to call it; its parameter 'context' must be passed by 'in'"));

    [Fact]
    public Task APragmaSuppressesIt() => Holds("""
        class Nic
        {
        #pragma warning disable NG0001
            [OnMigrationEvent(Done)] public int OnDone() => 1;
        }
        """);

    [Fact]
    public Task AnEditorconfigTurnsItOff() => HoldsWithSeverity("NG0001", "none", """
        class Nic
        {
            [OnMigrationEvent(Done)] public int OnDone() => 1;
        }
        """);

    [Fact]
    public Task AnEditorconfigMakesItAWarning() => HoldsWithSeverity(
        "NG0001",
        "warning",
        """
        class Nic
        {
            [OnMigrationEvent(Done)] public int {|#0:OnDone|}() => 1;
        }
        """,
        new DiagnosticResult("NG0001", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).WithLocation(0));

    [Fact]
    public Task AnAttributeOfTheSameNameIsNotOurs() => Holds("""
        namespace Other
        {
            sealed class OnMigrationEventAttribute(int x) : Attribute { public int X => x; }
            class Nic
            {
                [OnMigrationEvent(1)] public int OnDone() => 1;
            }
        }
        """);
}

using static NotifierGen.Analyzers.Tests.Testing.Fix<NotifierGen.Analyzers.Handlers.HandlerAnalyzer, NotifierGen.CodeFixes.Handlers.SignatureCodeFix>;

namespace NotifierGen.Analyzers.Tests.Handlers;

/// <summary>NG0001's fix: the nearest legal signature.</summary>
public sealed class SignatureCodeFixTests
{
    private const string Machine = """

        static class Work
        {
            public static int Count;
            public static void Do() { }
            public static bool Try() => true;
            public static Task DoAsync() => Task.CompletedTask;
            public static Task<int> CountAsync() => Task.FromResult(1);
        }
        """;

    public static TheoryData<string, string> Bodies() => new()
    {
        // Return types.
        { "public int {|NG0001:OnDone|}() => 1;", "public void OnDone() { }" },
        { "public bool {|NG0001:OnDone|}() => Work.Try();", "public void OnDone() => Work.Try();" },
        { "public int {|NG0001:OnDone|}() => Work.Count + 1;", "public void OnDone() => _ = Work.Count + 1;" },
        { "public int {|NG0001:OnDone|}() => Work.Count++;", "public void OnDone() => Work.Count++;" },
        { "public int {|NG0001:OnDone|}() => throw new InvalidOperationException();", "public void OnDone() => throw new InvalidOperationException();" },
        { "public int {|NG0001:OnDone|}() { Work.Do(); return 1; }", "public void OnDone() { Work.Do(); }" },
        {
            "public bool {|NG0001:OnDone|}() { if (Work.Try()) return Work.Try(); else { return false; } }",
            "public void OnDone() { if (Work.Try()) { Work.Try(); return; } else { return; } }"
        },
        { "public SetupResult {|NG0001:OnDone|}() => SetupResult.Accept;", "public void OnDone() { }" },

        // Async.
        { "public async void {|NG0001:OnDone|}() => await Work.DoAsync();", "public void OnDone() => Work.DoAsync().GetAwaiter().GetResult();" },
        { "async public Task {|NG0001:OnDone|}() { await Task.Yield(); }", "public void OnDone() { Task.Yield().GetAwaiter().GetResult(); }" },
        {
            "public async Task<int> {|NG0001:OnDone|}() { var n = await Work.CountAsync().ConfigureAwait(false); return n; }",
            "public void OnDone() { var n = Work.CountAsync().ConfigureAwait(false).GetAwaiter().GetResult(); }"
        },
        { "public Task {|NG0001:OnDone|}() => Work.DoAsync();", "public void OnDone() => Work.DoAsync().GetAwaiter().GetResult();" },
        { "public Task {|NG0001:OnDone|}() { Work.Do(); return Task.CompletedTask; }", "public void OnDone() { Work.Do(); }" },
        {
            "public async Task {|NG0001:OnDone|}() { Func<Task> later = async () => await Task.Yield(); await later(); }",
            "public void OnDone() { Func<Task> later = async () => await Task.Yield(); later().GetAwaiter().GetResult(); }"
        },

        // Iterators.
        { "public IEnumerable<int> {|NG0001:OnDone|}() { Work.Do(); yield return Work.Count; yield break; }", "public void OnDone() { Work.Do(); _ = Work.Count; }" },

        // Parameters.
        { "public void {|NG0001:OnDone|}(MigrationContext context) => _ = context.Mode;", "public void OnDone(in MigrationContext context) => _ = context.Mode;" },
        { "public void {|NG0001:OnDone|}(int unused, ref MigrationContext c) => _ = c.Mode;", "public void OnDone(in MigrationContext c) => _ = c.Mode;" },
        { "public void {|NG0001:OnDone|}(ref readonly MigrationContext c) { }", "public void OnDone(in MigrationContext c) { }" },
        { "public void {|NG0001:OnDone|}(int unused) { }", "public void OnDone(in MigrationContext context) { }" },
        { "public void {|NG0001:OnDone|}<T>() where T : class { }", "public void OnDone() { }" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task TheHandlerBecomesLegalAndItsBodyGoesOnCompiling(string handler, string mended) =>
        Mends(Device(handler), Device(mended));

    [Theory]
    [InlineData(
        "public async Task<SetupResult> {|NG0001:OnSetup|}() { await Task.Yield(); return SetupResult.Refuse(\"busy\"); }",
        "public SetupResult OnSetup() { Task.Yield().GetAwaiter().GetResult(); return SetupResult.Refuse(\"busy\"); }")]
    [InlineData(
        "public Task<SetupResult> {|NG0001:OnSetup|}() => Task.FromResult(SetupResult.Accept);",
        "public SetupResult OnSetup() => SetupResult.Accept;")]
    [InlineData(
        "public ValueTask<SetupResult> {|NG0001:OnSetup|}() => default;",
        "public SetupResult OnSetup() => default;")]
    [InlineData(
        "public SetupResult {|NG0001:OnSetup|}(MigrationContext context) => default;",
        "public SetupResult OnSetup(in MigrationContext context) => default;")]
    public Task ASetupHandlerKeepsItsAnswer(string handler, string mended) =>
        Mends(Device(handler, "Setup"), Device(mended, "Setup"));

    [Fact]
    public Task AllHandlersAreMendedAtOnce() => Mends(
        """
        class Nic
        {
            /// <summary>Kept.</summary>
            [OnMigrationEvent(Setup)]
            public async Task {|NG0001:OnSetup|}()
            {
                // Also kept.
                await Task.Yield();
            }

            [OnMigrationEvent(Done)]
            public bool {|NG0001:OnDone|}(MigrationContext context)
            {
                return context.VcpusStopped;
            }
        }
        """,
        """
        class Nic
        {
            /// <summary>Kept.</summary>
            [OnMigrationEvent(Setup)]
            public void OnSetup()
            {
                // Also kept.
                Task.Yield().GetAwaiter().GetResult();
            }

            [OnMigrationEvent(Done)]
            public void OnDone(in MigrationContext context)
            {
                _ = context.VcpusStopped;
            }
        }
        """);

    [Fact]
    public Task WhatIsNoMethodOfItsOwnIsLeftAlone() => IsNotOffered("""
        interface IDevice { void OnDone(); }
        abstract class Device { public abstract int OnFailed(); }
        class Nic : Device, IDevice
        {
            public int X { [OnMigrationEvent(Done)] {|NG0001:get|} => 1; }
            [OnMigrationEvent(Done)] void IDevice.{|NG0001:OnDone|}() { }
            [OnMigrationEvent(Failed)] public override int {|NG0001:OnFailed|}() => 1;
        }
        """);

    private static string Device(string handler, string migrationEvent = "Done") => $$"""
        class Nic
        {
            [OnMigrationEvent({{migrationEvent}})]
            {{handler}}
        }
        {{Machine}}
        """;
}

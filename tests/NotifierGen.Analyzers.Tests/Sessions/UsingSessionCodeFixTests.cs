using static NotifierGen.Analyzers.Tests.Testing.Fix<NotifierGen.Analyzers.Sessions.UnendedSessionAnalyzer, NotifierGen.CodeFixes.Sessions.UsingSessionCodeFix>;

namespace NotifierGen.Analyzers.Tests.Sessions;

/// <summary>NG1009's fix: <c>using</c>, where nobody else has the session.</summary>
public sealed class UsingSessionCodeFixTests
{
    [Theory]
    [InlineData("var session = {|NG1009:notifiers.Begin(vm)|}; Send(); session.Complete();", "using var session = notifiers.Begin(vm); Send(); session.Complete();")]
    [InlineData("/* a */ MigrationSession session = {|NG1009:notifiers.Begin(vm)|}; // b", "/* a */ using MigrationSession session = notifiers.Begin(vm); // b")]
    [InlineData("MigrationSession? session = ({|NG1009:notifiers.Begin(vm)|})!; session?.StopVm();", "using MigrationSession? session = (notifiers.Begin(vm))!; session?.StopVm();")]
    [InlineData("{|NG1009:notifiers.Begin(vm)|}; // b", "using MigrationSession session = notifiers.Begin(vm); // b")]
    [InlineData("_ = {|NG1009:notifiers.BeginIncoming(vm)|};", "using IncomingSession session = notifiers.BeginIncoming(vm);")]
    [InlineData("int session = 1; {|NG1009:notifiers.Begin(vm)|};", "int session = 1; using MigrationSession session2 = notifiers.Begin(vm);")]
    public Task TheSessionIsDeclaredWithUsing(string statements, string mended) => Mends(Host(statements), Host(mended));

    [Fact]
    public Task BehindAFailedTryTheRestGoesIntoUsing() => Mends(
        Host("""
            if (!{|NG1009:notifiers.TryBegin(vm, MigrationMode.Normal, out MigrationSession? session, out SetupRefusal? refusal)|})
                    {
                        return;
                    }

                    // Everything.
                    Send();
                    session.Complete();
            """),
        Host("""
            if (!notifiers.TryBegin(vm, MigrationMode.Normal, out MigrationSession? session, out SetupRefusal? refusal))
                    {
                        return;
                    }

                    using (session)
                    {
                        // Everything.
                        Send();
                        session.Complete();
                    }
            """));

    [Fact]
    public Task TheBlockOfASuccessfulTryGoesIntoUsing() => Mends(
        Host("""
            if ({|NG1009:notifiers.TryBegin(vm, MigrationMode.Normal, out var session, out _)|})
                    {
                        Send();
                        session.Complete();
                    }
            """),
        Host("""
            if (notifiers.TryBegin(vm, MigrationMode.Normal, out var session, out _))
                    {
                        using (session)
                        {
                            Send();
                            session.Complete();
                        }
                    }
            """));

    [Fact]
    public Task ManyAreMendedAtOnce() => Mends(
        Host("""
            var session = {|NG1009:notifiers.Begin(vm)|};
                    session.StopVm();
                    {|NG1009:notifiers.BeginIncoming(vm)|};
                    {|NG1009:notifiers.Begin(vm)|};
                    if (!{|NG1009:notifiers.TryBegin(vm, MigrationMode.Normal, out var first, out _)|}) return;
                    if (!{|NG1009:notifiers.TryBegin(vm, MigrationMode.Normal, out var second, out _)|}) return;
                    var third = {|NG1009:notifiers.Begin(vm)|};
            """),
        Host("""
            using var session = notifiers.Begin(vm);
                    session.StopVm();
                    using IncomingSession session2 = notifiers.BeginIncoming(vm);
                    using MigrationSession session3 = notifiers.Begin(vm);
                    if (!notifiers.TryBegin(vm, MigrationMode.Normal, out var first, out _)) return;
                    using (first)
                    {
                        if (!notifiers.TryBegin(vm, MigrationMode.Normal, out var second, out _)) return;
                        using (second)
                        {
                            using var third = notifiers.Begin(vm);
                        }
                    }
            """));

    [Fact]
    public Task TopLevelStatementsAreMended()
    {
        var test = Test(
            """
            MigrationDispatcher notifiers = null!;
            var session = {|NG1009:notifiers.Begin(null!)|};
            session.StopVm();
            Console.WriteLine(session.StopVm());
            """,
            """
            MigrationDispatcher notifiers = null!;
            using var session = notifiers.Begin(null!);
            session.StopVm();
            Console.WriteLine(session.StopVm());
            """);
        test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("var session = {|NG1009:notifiers.Begin(vm)|}; Send(); _kept = session;")]
    [InlineData("var session = {|NG1009:notifiers.Begin(vm)|}; Send(); Keep(session);")]
    [InlineData("var session = {|NG1009:notifiers.Begin(vm)|}; Send(); Action end = () => session.Dispose();")]
    [InlineData("var session = {|NG1009:notifiers.Begin(vm)|}; Send(); session = null;")]
    [InlineData("MigrationSession session; session = {|NG1009:notifiers.Begin(vm)|}; Send();")]
    [InlineData("{|NG1009:notifiers.Begin(vm)|}.StopVm();")]
    [InlineData("if (_kept is null) {|NG1009:notifiers.Begin(vm)|};")]
    [InlineData("switch (1) { case 1: var session = {|NG1009:notifiers.Begin(vm)|}; break; }")]
    [InlineData("if (!{|NG1009:notifiers.TryBegin(vm, MigrationMode.Normal, out var session, out _)|}) return; Send(); Keep(session);")]
    [InlineData("if ({|NG1009:notifiers.TryBegin(vm, MigrationMode.Normal, out _, out _)|}) { Send(); }")]
    [InlineData("if ({|NG1009:notifiers.TryBegin(vm, MigrationMode.Normal, out var session, out _)|} && _kept is null) { session.Complete(); }")]
    [InlineData("bool begun = {|NG1009:notifiers.TryBegin(vm, MigrationMode.Normal, out var session, out _)|};")]
    public Task WhereItWouldBeWrongItIsNotOffered(string statements) => IsNotOffered(Host(statements));

    private static string Host(string statements) => $$"""
        #nullable disable warnings

        class Host
        {
            private MigrationSession? _kept;

            void Migrate(MigrationDispatcher notifiers, IVirtualMachine vm)
            {
                {{statements}}
            }

            void Send() { }
            void Keep(MigrationSession session) => _kept = session;
        }
        """;
}

using Microsoft.CodeAnalysis.Testing;
using static NotifierGen.Analyzers.Tests.Testing.Rule<NotifierGen.Analyzers.Sessions.UnendedSessionAnalyzer>;

namespace NotifierGen.Analyzers.Tests.Sessions;

/// <summary>NG1009: whoever begins a session sees to its end on every path.</summary>
public sealed class UnendedSessionTests
{
    // The session ends on the happy path, and an exception before that leaves it.
    [Theory]
    [InlineData("var session = {|NG1009:notifiers.Begin(vm)|}; Send(); session.Complete();")]
    [InlineData("MigrationSession session = {|NG1009:notifiers.Begin(vm, MigrationMode.CprExec)|}; session.StopVm(); session.Complete();")]
    [InlineData("using var other = Open(); var session = {|NG1009:notifiers.Begin(vm)|}; Send(); session.Dispose();")]
    [InlineData("var session = {|NG1009:notifiers.Begin(vm)|}; try { Send(); } catch (System.IO.IOException) { session.Fail(Why()); return; } session.Complete();")]
    [InlineData("var session = {|NG1009:notifiers.Begin(vm)|}; try { Send(); session.Complete(); } catch (Exception e) when (e is TimeoutException) { session.Fail(Why()); }")]
    [InlineData("var session = {|NG1009:notifiers.Begin(vm)|}; try { Send(); session.Complete(); } catch { Log(); session.Fail(Why()); }")]
    [InlineData("var session = {|NG1009:notifiers.Begin(vm)|}; Send(); try { Send(); } finally { session.Dispose(); }")]
    [InlineData("var session = {|NG1009:notifiers.Begin(vm)|}; try { Send(); } finally { Log(); session.Dispose(); }")]
    [InlineData("var session = {|NG1009:notifiers.Begin(vm)|}; foreach (int page in Pages()) { } session.Complete();")]
    [InlineData("var session = {|NG1009:notifiers.BeginIncoming(vm)|}; Send(); session.Complete(startVm: false);")]
    public Task AnExceptionBeforeTheEndIsAPath(string statements) => Holds(Host(statements));

    [Theory]
    [InlineData("var session = {|NG1009:notifiers.Begin(vm)|};")]
    [InlineData("var session = {|NG1009:notifiers.Begin(vm)|}; if (flag) { session.Complete(); }")]
    [InlineData("var session = {|NG1009:notifiers.Begin(vm)|}; try { if (flag) { return; } session.Complete(); } catch { session.Fail(Why()); }")]
    [InlineData("var session = {|NG1009:notifiers.Begin(vm)|}; switch (count) { case 0: session.Complete(); break; case 1: session.Fail(Why()); break; }")]
    [InlineData("var session = {|NG1009:notifiers.Begin(vm)|}; _ = session.State; Console.WriteLine(session); if (session == null) { return; }")]
    [InlineData("MigrationSession? session = {|NG1009:notifiers.Begin(vm)|}; session = null; session?.Dispose();")]
    [InlineData("while (flag) { var session = {|NG1009:notifiers.Begin(vm)|}; if (count > 1) { session.Complete(); } }")]
    [InlineData("{|NG1009:notifiers.Begin(vm)|};")]
    [InlineData("_ = {|NG1009:notifiers.Begin(vm)|};")]
    [InlineData("{|NG1009:notifiers.Begin(vm)|}.StopVm();")]
    [InlineData("{|NG1009:notifiers.BeginIncoming(vm)|};")]
    [InlineData("var run = () => { var session = {|NG1009:notifiers.Begin(vm)|}; };")]
    [InlineData("void Run() { var session = {|NG1009:notifiers.Begin(vm)|}; } Run();")]
    [InlineData("void Outer() { Action run = () => { void Inner() => {|NG1009:notifiers.Begin(vm)|}; }; } Outer();")]
    [InlineData("MigrationSession session = flag ? {|NG1009:notifiers.Begin(vm)|} : {|NG1009:notifiers.Begin(vm, MigrationMode.CprExec)|};")]
    [InlineData("if ({|NG1009:notifiers.Begin(vm)|} is { } session) { session.StopVm(); }")]
    public Task ASessionThatAPathLeavesIsReported(string statements) => Holds(Host(statements));

    [Theory]
    [InlineData("if (!{|NG1009:notifiers.TryBegin(vm, mode, out MigrationSession? session, out _)|}) { return; } Send(); session.Complete();")]
    [InlineData("if ({|NG1009:notifiers.TryBegin(vm, mode, out var session, out _)|}) { session.StopVm(); }")]
    [InlineData("if ({|NG1009:notifiers.TryBegin(vm, mode, out _, out _)|}) { Send(); }")]
    [InlineData("IsTrue({|NG1009:notifiers.TryBegin(vm, mode, out var session, out _)|}); Send(); session!.Dispose();")]
    [InlineData("bool begun = {|NG1009:notifiers.TryBegin(vm, mode, out var session, out _)|}; if (!begun) { session!.Dispose(); }")]
    [InlineData("{|NG1009:notifiers.TryBegin(vm, mode, out var session, out _)|}; if (session is null) { session!.Dispose(); }")]
    [InlineData("if ({|NG1009:notifiers.TryBeginIncoming(vm, mode, out var session, out _)|} && flag) { session.Complete(); }")]
    public Task ATryWhoseSessionIsLeftIsReported(string statements) => Holds(Host(statements));

    [Theory]
    [InlineData("using var session = notifiers.Begin(vm); Send(); session.StopVm(); session.Complete();")]
    [InlineData("using (var session = notifiers.Begin(vm)) { Send(); }")]
    [InlineData("using (notifiers.Begin(vm)) { Send(); }")]
    [InlineData("using IDisposable session = notifiers.Begin(vm); Send();")]
    [InlineData("var session = notifiers.Begin(vm); using (session) { Send(); session.Complete(); }")]
    [InlineData("var session = notifiers.Begin(vm); try { Send(); session.Complete(); } finally { session.Dispose(); }")]
    [InlineData("MigrationSession? session = null; try { session = notifiers.Begin(vm); Send(); session.Complete(); } finally { session?.Dispose(); }")]
    [InlineData("MigrationSession? session = null; try { session = notifiers.Begin(vm); Send(); } finally { if (session != null) { session.Dispose(); } }")]
    [InlineData("MigrationSession? session = null; try { Send(); session = notifiers.Begin(vm); } finally { if (session is { } open) { open.Dispose(); } }")]
    [InlineData("MigrationSession session; try { session = notifiers.Begin(vm); } catch (MigrationRefusedException) { return; } using (session) { Send(); }")]
    [InlineData("var session = notifiers.Begin(vm); try { Send(); session.Complete(); } catch (Exception e) { session.Fail(new MigrationFailure(MigrationFailureKind.Error, e.Message, e)); }")]
    [InlineData("var session = notifiers.Begin(vm); try { Send(); } catch { session.Fail(Why(1)); throw; } session.Complete();")]
    [InlineData("var session = notifiers.Begin(vm); Console.WriteLine(\"begun\"); count++; session.Complete();")]
    [InlineData("var session = notifiers.Begin(vm); try { try { Send(); } finally { Log(); } } finally { session.Dispose(); }")]
    [InlineData("var session = notifiers.Begin(vm); if (flag) { session.Complete(); } else { session.Fail(new(MigrationFailureKind.Error, \"\")); }")]
    [InlineData("var session = notifiers.Begin(vm); while (true) { try { Send(); } catch (Exception) { session.Dispose(); break; } }")]
    [InlineData("notifiers.Begin(vm).Complete();")]
    [InlineData("notifiers.Begin(vm)?.Dispose();")]
    [InlineData("var session = notifiers.Begin(vm); var other = session; using (other) { Send(); }")]
    [InlineData("MigrationSession session = flag ? notifiers.Begin(vm) : notifiers.Begin(vm, mode); using (session) { Send(); }")]
    [InlineData("MigrationSession? session = null; session ??= notifiers.Begin(vm); session.Dispose();")]
    [InlineData("if (notifiers.Begin(vm) is { } session) { session.Dispose(); }")]
    public Task AnEndOnEveryPathIsFine(string statements) => Holds(Host(statements.Replace("Why(1)", "new MigrationFailure(MigrationFailureKind.Error, \"\")", StringComparison.Ordinal)));

    [Theory]
    [InlineData("if (!notifiers.TryBegin(vm, mode, out var session, out var refusal)) { Log(); return; } using (session) { Send(); }")]
    [InlineData("if (notifiers.TryBegin(vm, mode, out var session, out _)) { using (session) { Send(); } } else { throw new InvalidOperationException(); }")]
    [InlineData("bool begun = notifiers.TryBegin(vm, mode, out var session, out _); count = 1; if (!begun) { Send(); return; } using (session) { Send(); }")]
    [InlineData("bool begun = flag && notifiers.TryBegin(vm, mode, out mine, out _); if (begun) { using (mine) { Send(); } }")]
    [InlineData("notifiers.TryBegin(vm, mode, out var session, out _); if (session is null) { Send(); return; } using var open = session; Send();")]
    [InlineData("notifiers.TryBegin(vm, mode, out var session, out _); using (session) { Send(); }")]
    [InlineData("IsFalse(notifiers.TryBegin(vm, mode, out _, out _)); Send();")]
    [InlineData("IsTrue(notifiers.TryBegin(vm, mode, out var session, out _)); session!.Dispose();")]
    [InlineData("bool begun = notifiers.TryBegin(vm, mode, out var session, out _); IsTrue(!begun); Send();")]
    [InlineData("if (!notifiers.TryBeginIncoming(vm, mode, out var session, out _)) return; try { Send(); } finally { session.Dispose(); }")]
    public Task ATryWhoseSessionIsEndedIsFine(string statements) => Holds(Host("MigrationSession? mine = null; " + statements + " mine = null;"));

    [Theory]
    [InlineData("_session = notifiers.Begin(vm); Send();")]
    [InlineData("_session ??= notifiers.Begin(vm); Send();")]
    [InlineData("var session = notifiers.Begin(vm); _session = session; Send();")]
    [InlineData("notifiers.TryBegin(vm, mode, out _session, out _); Send();")]
    [InlineData("var session = notifiers.Begin(vm); Take(session); Send();")]
    [InlineData("Take(notifiers.Begin(vm)); Send();")]
    [InlineData("var holder = new Holder { Session = notifiers.Begin(vm) }; Send();")]
    [InlineData("var list = new List<MigrationSession> { notifiers.Begin(vm) }; Send();")]
    [InlineData("MigrationSession[] all = [notifiers.Begin(vm)]; Send();")]
    [InlineData("var pair = (notifiers.Begin(vm), 1); Send();")]
    [InlineData("var session = notifiers.Begin(vm); Later(() => session.Dispose()); Send();")]
    [InlineData("MigrationSession? session = null; Action end = () => session?.Dispose(); session = notifiers.Begin(vm); try { Send(); } finally { end(); }")]
    [InlineData("var session = notifiers.Begin(vm); End(); void End() => session.Dispose();")]
    [InlineData("var session = notifiers.Begin(vm); Later(session.Dispose); Send();")]
    [InlineData("MigrationSession? session = null; Later(() => { session = notifiers.Begin(vm); Send(); }); session?.Dispose();")]
    [InlineData("Func<MigrationSession> make = () => notifiers.Begin(vm);")]
    public Task ASessionThatIsStoredOrHandedOnIsTheReceivers(string statements) => Holds(Host(statements));

    [Fact]
    public Task ASessionThatIsReturnedIsTheCallers() => Holds("""
        class Host(MigrationDispatcher notifiers, IVirtualMachine vm)
        {
            MigrationSession Begin() => notifiers.Begin(vm);

            MigrationSession BeginWithLog()
            {
                MigrationSession session = notifiers.Begin(vm);
                return session;
            }

            void BeginOut(out MigrationSession? session) => notifiers.TryBegin(vm, MigrationMode.Normal, out session, out _);

            void BeginRef(ref MigrationSession session) => session = notifiers.Begin(vm);

            IEnumerable<MigrationSession> All() { yield return notifiers.Begin(vm); }

            MigrationSession Session { get; } = null!;

            MigrationSession Property => notifiers.Begin(vm);

            async Task<MigrationSession> BeginAsync() { await Task.Yield(); return notifiers.Begin(vm); }
        }
        """);

    [Fact]
    public Task EveryKindOfBodyIsLookedAt() => Holds("""
        class Host
        {
            private readonly MigrationDispatcher _notifiers;
            private static readonly Action<MigrationDispatcher, IVirtualMachine> s_run = static (notifiers, vm) => { var session = {|NG1009:notifiers.Begin(vm)|}; };

            Host(MigrationDispatcher notifiers, IVirtualMachine vm) { _notifiers = notifiers; var session = {|NG1009:notifiers.Begin(vm)|}; }

            IVirtualMachine Vm { set { {|NG1009:_notifiers.Begin(value)|}; } }

            async Task RunAsync(IVirtualMachine vm) { var session = {|NG1009:_notifiers.Begin(vm)|}; await Task.Yield(); session.Complete(); }

            async Task RunWithUsingAsync(IVirtualMachine vm) { using var session = _notifiers.Begin(vm); await Task.Yield(); session.Complete(); }

            int Count(IVirtualMachine vm) { var session = {|NG1009:_notifiers.Begin(vm)|}; return (int)session.State; }
        }
        """);

    [Fact]
    public Task TopLevelStatementsAreLookedAt() => HoldsInApplication("""
        MigrationDispatcher notifiers = null!;
        IVirtualMachine vm = null!;
        var session = {|NG1009:notifiers.Begin(vm)|};
        Console.ReadLine();
        """);

    [Fact]
    public Task OtherMethodsOfTheseNamesBeginNothing() => Holds("""
        class Clock { public IDisposable Begin(int vm) => null!; public void BeginIncoming() { } }

        class Host
        {
            void Run(Clock clock) { clock.Begin(1); clock.BeginIncoming(); var begin = clock.Begin(2); }
        }
        """);

    [Theory]
    [InlineData("Send();\n        session.Complete();", "session", "when an exception is thrown on line 7")]
    [InlineData("if (flag)\n            return count;\n        session.Complete();", "session", "on the path that returns on line 8")]
    [InlineData("if (flag) session.Complete();", "session", "on the path that returns on line 8")]
    [InlineData("session = notifiers.Begin(vm, mode); session.Complete();", "session", "before another one takes its place on line 7")]
    public Task TheMessageNamesTheSessionAndThePath(string statements, string name, string path) => Holds(
        $$"""
        class Host
        {
            int Run(MigrationDispatcher notifiers, IVirtualMachine vm, MigrationMode mode, bool flag, int count)
            {
                var session =
                    {|#0:notifiers.Begin(vm)|};
                {{statements}}
                return count;
            }

            void Send() { }
        }
        """,
        new DiagnosticResult(Descriptors.UnendedSession).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithArguments("MigrationSession", name, path));

    [Fact]
    public Task TheMessageOfADiscardedSessionNamesTheCall() => Holds(
        """
        class Host(MigrationDispatcher notifiers, IVirtualMachine vm)
        {
            void Run() { {|#0:notifiers.BeginIncoming(vm)|}; Run(); }
        }
        """,
        new DiagnosticResult(Descriptors.UnendedSession).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithArguments("IncomingSession", "notifiers.BeginIncoming", "on any path"));

    [Fact]
    public Task TheMessageOfACallBetweenBeginAndEndNamesTheException() => Holds(
        """
        class Host(MigrationDispatcher notifiers, IVirtualMachine vm)
        {
            void Run() => {|#0:notifiers.Begin(vm)|}.Fail({|#1:Why()|});
            MigrationFailure Why() => null!;
        }
        """,
        new DiagnosticResult(Descriptors.UnendedSession).WithLocation(0).WithLocation(1)
            .WithArguments("MigrationSession", "notifiers.Begin", "when an exception is thrown on line 3"));

    [Fact]
    public Task ThePathIsAnAdditionalLocation() => Holds(
        """
        class Host(MigrationDispatcher notifiers, IVirtualMachine vm)
        {
            void Run() { var session = {|#0:notifiers.Begin(vm)|}; {|#1:Send()|}; session.Complete(); }
            void Send() { }
        }
        """,
        new DiagnosticResult(Descriptors.UnendedSession).WithLocation(0).WithLocation(1).WithArguments("MigrationSession", "session", "when an exception is thrown on line 3"));

    [Fact]
    public Task APragmaSuppressesIt() => Holds(Host("""

        #pragma warning disable NG1009
                var session = notifiers.Begin(vm);
        #pragma warning restore NG1009
        """));

    [Fact]
    public Task AnEditorconfigTurnsItOff() => HoldsWithSeverity("NG1009", "none", Host("notifiers.Begin(vm);"));

    [Theory]
    [InlineData("var session = notifiers.Begin(")]
    [InlineData("var session = notifiers.Begin(vm); try { Send(); } finally { session.Dispose(")]
    [InlineData("notifiers.TryBegin(vm, mode, out")]
    [InlineData("notifiers.TryBegin(vm, mode, out nothing, out _);")]
    [InlineData("var = notifiers.Begin(vm); using (session")]
    [InlineData("goto missing; using var session = notifiers.Begin(vm); missing2: session.")]
    public Task HalfTypedCodeDoesNoHarm(string statements) => Survives(Host(statements).Replace("{|NG1009:", "", StringComparison.Ordinal));

    private static string Host(string statements) => $$"""
        class Host(MigrationDispatcher notifiers, IVirtualMachine vm, MigrationMode mode, bool flag, int count)
        {
            private MigrationSession? _session;

            void Migrate()
            {
                {{statements}}
            }

            void Send() { }
            void Log() { count++; }
            IDisposable Open() => null!;
            int[] Pages() => [];
            MigrationFailure Why() => null!;
            void Take(MigrationSession session) => _session = session;
            void Later(Action action) { }
            static void IsTrue([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(false)] bool condition) { }
            static void IsFalse([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(true)] bool condition) { }
        }

        class Holder { public MigrationSession? Session; }
        """;
}

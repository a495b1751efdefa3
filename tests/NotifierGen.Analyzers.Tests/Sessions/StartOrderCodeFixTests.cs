using static NotifierGen.Analyzers.Tests.Testing.Fix<NotifierGen.Analyzers.Sessions.VmStartOrderAnalyzer, NotifierGen.CodeFixes.Sessions.StartOrderCodeFix>;

namespace NotifierGen.Analyzers.Tests.Sessions;

/// <summary>NG1005's fixes: Failed first, then the VM.</summary>
public sealed class StartOrderCodeFixTests
{
    [Fact]
    public Task TheStartGoesBehindTheFailure() => Mends(
        Host("""
            // The guest runs on.
                    {|NG1005:vm.Start()|}; // now
                    Send();
                    notifiers.Notify(new MigrationContext { Event = Failed });
                    Send();
            """),
        Host("""
            Send();
                    notifiers.Notify(new MigrationContext { Event = Failed });
                    // The guest runs on.
                    vm.Start(); // now
                    Send();
            """));

    [Theory]
    [InlineData("catch (TimeoutException e)", "e.Message, e")]
    [InlineData("catch (Exception @class) when (@class is TimeoutException)", "@class.Message, @class")]
    [InlineData("catch (Exception)", "\"The migration failed.\"")]
    [InlineData("catch", "\"The migration failed.\"")]
    public Task SessionFailTakesThePlaceOfTheStart(string handler, string reason) => Mends(
        Host($$"""
            using var session = notifiers.Begin(vm);
                    try { Send(); session.Complete(); }
                    {{handler}}
                    {
                        // On.
                        {|NG1005:vm.Start()|}; // now
                    }
            """),
        Host($$"""
            using var session = notifiers.Begin(vm);
                    try { Send(); session.Complete(); }
                    {{handler}}
                    {
                        // On.
                        session.Fail(new MigrationFailure(MigrationFailureKind.Error, {{reason}})); // now
                    }
            """));

    [Fact]
    public Task ASessionThatMayBeNullIsAskedFirst() => Mends(
        Host("MigrationSession? session = null; try { session = notifiers.Begin(vm); Send(); session.Complete(); } catch { {|NG1005:vm.Start()|}; } finally { session?.Dispose(); }"),
        Host("MigrationSession? session = null; try { session = notifiers.Begin(vm); Send(); session.Complete(); } catch { session?.Fail(new MigrationFailure(MigrationFailureKind.Error, \"The migration failed.\")); } finally { session?.Dispose(); }"));

    [Fact]
    public Task ManyAreMendedAtOnce() => Mends(
        Host("""
            {|NG1005:vm.Start()|};
                    {|NG1005:vm.Start()|};
                    notifiers.Notify(new MigrationContext { Event = Failed });
                    vm.Stop();
                    if (notifiers.DeviceCount > 1)
                    {
                        {|NG1005:vm.Start()|};
                        notifiers.Notify(new MigrationContext { Event = Failed });
                    }
            """),
        Host("""
            notifiers.Notify(new MigrationContext { Event = Failed });
                    vm.Start();
                    vm.Start();
                    vm.Stop();
                    if (notifiers.DeviceCount > 1)
                    {
                        notifiers.Notify(new MigrationContext { Event = Failed });
                        vm.Start();
                    }
            """));

    [Theory]
    [InlineData("if (notifiers.DeviceCount > 1) { {|NG1005:vm.Start()|}; } notifiers.Notify(new MigrationContext { Event = Failed });")]
    [InlineData("if (notifiers.DeviceCount > 1) {|NG1005:vm.Start()|}; notifiers.Notify(new MigrationContext { Event = Failed });")]
    [InlineData("using var session = notifiers.Begin(vm); try { Send(); } finally { {|NG1005:vm.Start()|}; }")]
    [InlineData("using (notifiers.Begin(vm)) { try { Send(); } catch { {|NG1005:vm.Start()|}; } }")]
    [InlineData("while (notifiers.DeviceCount > 1) { notifiers.Notify(new MigrationContext { Event = Failed }); {|NG1005:vm.Start()|}; }")]
    public Task WhereItWouldBeWrongItIsNotOffered(string statements) => IsNotOffered(Host(statements));

    private static string Host(string statements) => $$"""
        class Host
        {
            void Migrate(MigrationDispatcher notifiers, IVirtualMachine vm)
            {
                {{statements}}
            }

            void Send() { }
        }
        """;
}

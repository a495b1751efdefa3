using Microsoft.CodeAnalysis.Testing;
using NotifierGen.Analyzers.Order;
using NotifierGen.Analyzers.Tests.Testing;

namespace NotifierGen.Analyzers.Tests.Order;

/// <summary>NG0004: no row can run before itself.</summary>
public sealed class OrderCycleTests
{
    [Fact]
    public Task ACycleIsReportedOnceAtTheArgumentThatClosesIt() => Holds(
        """
        class Disk
        {
            [OnMigrationEvent(Done, {|#0:After = new[] { typeof(Nic) }|})] public void OnDone() { }
        }

        class Nic
        {
            [OnMigrationEvent(Done, After = new[] { typeof(Disk) }, Order = 3)] public void OnDone() { }
        }
        """,
        Cycle("Done", "Disk.OnDone -> Nic.OnDone -> Disk.OnDone").WithLocation(0));

    [Fact]
    public Task ItMayBeLongAndMixAfterAndBefore() => Holds(
        """
        class A
        {
            [OnMigrationEvent(Failed, Phase.AfterVmStart, Before = new[] { typeof(B) })] public void OnFailed() { }
        }

        class B
        {
            [OnMigrationEvent(Failed, Phase.AfterVmStart)] public void OnFailed() { }
        }

        partial class C
        {
            [OnMigrationEvent(Failed, Phase.AfterVmStart, {|#0:After = new[] { typeof(B) }|}, Before = new[] { typeof(A) })] private void OnFailed() { }
        }
        """,
        Cycle("Failed/AfterVmStart", "C.OnFailed -> A.OnFailed -> B.OnFailed -> C.OnFailed").WithLocation(0));

    [Fact]
    public Task EachCycleIsReported() => Holds("""
        class A
        {
            [OnMigrationEvent(Done, Before = new[] { typeof(B) })] public void OnDone() { }
            [OnMigrationEvent(Setup, Before = new[] { typeof(B) })] public void OnSetup() { }
        }

        class B
        {
            [OnMigrationEvent(Done, {|NG0004:Before = new[] { typeof(A) }|})] public void OnDone() { }
            [OnMigrationEvent(Setup, {|NG0004:Before = new[] { typeof(A) }|})] public void OnSetup() { }
        }
        """);

    [Fact]
    public Task OtherEventsAndPhasesDoNotMeet() => Holds("""
        class A
        {
            [OnMigrationEvent(Failed, Before = new[] { typeof(B) })] public void BeforeVmStart() { }
            [OnMigrationEvent(Failed, Phase.AfterVmStart, After = new[] { typeof(B) })] public void AfterVmStart() { }
            [OnMigrationEvent(Done, After = new[] { typeof(A) })] public void OnDone() { }
        }

        class B
        {
            [OnMigrationEvent(Failed)] public void BeforeVmStart() { }
            [OnMigrationEvent(Failed, Phase.AfterVmStart)] public void AfterVmStart() { }
        }
        """);

    [Fact]
    public Task ACycleThroughAnotherAssemblyIsClosedByTheOneThatIsWrittenHere()
    {
        var test = Rule<OrderCycleAnalyzer>.Test("""
            class Nic
            {
                [OnMigrationEvent(Done, {|#0:Before = new[] { typeof(Library.A) }|}, After = new[] { typeof(Library.B) })] public void OnDone() { }
            }

            [DispatchTable]
            abstract partial class BoardNotifiers : MigrationDispatcher;
            """);
        test.TestState.AdditionalReferences.Add(Library.Compile("Library", """
            namespace Library;
            public class A
            {
                [OnMigrationEvent(Done, Before = new[] { typeof(B) })] public void OnDone() { }
            }

            public class B
            {
                [OnMigrationEvent(Done)] public void OnDone() { }
            }
            """));
        return Rule<OrderCycleAnalyzer>.Run(
            test, [Cycle("Done", "Library.A.OnDone -> Library.B.OnDone -> Nic.OnDone -> Library.A.OnDone").WithLocation(0)]);
    }

    [Fact]
    public Task ACycleOfOtherAssembliesIsReportedAtTheDispatcher()
    {
        var common = Library.Compile("Common", """
            namespace Common;
            public class A
            {
                [OnMigrationEvent(Done)] public void OnDone() { }
            }

            public class B
            {
                [OnMigrationEvent(Done)] public void OnDone() { }
            }
            """);
        var first = Library.Compile("First", """
            namespace First;
            public class Disk
            {
                [OnMigrationEvent(Done, After = new[] { typeof(Common.A) }, Before = new[] { typeof(Common.B) })] public void OnDone() { }
            }
            """, common);
        var second = Library.Compile("Second", """
            namespace Second;
            public class Nic
            {
                [OnMigrationEvent(Done, After = new[] { typeof(Common.B) }, Before = new[] { typeof(Common.A) })] public void OnDone() { }
            }
            """, common);

        var test = Rule<OrderCycleAnalyzer>.Test("""
            [DispatchTable]
            abstract partial class {|#0:BoardNotifiers|} : MigrationDispatcher;
            """);
        test.TestState.AdditionalReferences.AddRange([common, first, second]);
        return Rule<OrderCycleAnalyzer>.Run(
            test,
            [Cycle("Done", "Common.A.OnDone -> First.Disk.OnDone -> Common.B.OnDone -> Second.Nic.OnDone -> Common.A.OnDone").WithLocation(0)]);
    }

    [Fact]
    public Task APragmaSuppressesIt() => Holds("""
        #pragma warning disable NG0004
        class A
        {
            [OnMigrationEvent(Done, Before = new[] { typeof(B) })] public void OnDone() { }
        }

        class B
        {
            [OnMigrationEvent(Done, Before = new[] { typeof(A) })] public void OnDone() { }
        }
        """);

    [Fact]
    public Task AnEditorconfigTurnsItOff() => Rule<OrderCycleAnalyzer>.HoldsWithSeverity("NG0004", "none", """
        class A
        {
            [OnMigrationEvent(Done, Before = new[] { typeof(B) }, After = new[] { typeof(B) })] public void OnDone() { }
        }

        class B
        {
            [OnMigrationEvent(Done)] public void OnDone() { }
        }
        """);

    private static Task Holds(string source, params DiagnosticResult[] expected) => Rule<OrderCycleAnalyzer>.Holds(source, expected);

    private static DiagnosticResult Cycle(string moment, string path) =>
        new DiagnosticResult(Descriptors.OrderCycle).WithArguments(moment, path);
}

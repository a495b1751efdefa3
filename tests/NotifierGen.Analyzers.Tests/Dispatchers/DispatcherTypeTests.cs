using Microsoft.CodeAnalysis.Testing;
using NotifierGen.Analyzers.Tests.Testing;

namespace NotifierGen.Analyzers.Tests.Dispatchers;

/// <summary>NG0009: what can be a dispatcher.</summary>
public sealed class DispatcherTypeTests
{
    // What the generator would write into the dispatcher.
    private const string Members = """
        protected override NotifierGen.CompilerServices.DispatchTable Rows => null!;
        protected override void Run(ref NotifierGen.CompilerServices.RowCursor cursor, in MigrationContext context) { }
        """;

    [Theory]
    [InlineData("public sealed partial class BoardNotifiers : MigrationDispatcher")]
    [InlineData("internal partial class BoardNotifiers : MigrationDispatcher")]
    [InlineData("public abstract partial class BoardNotifiers : MigrationDispatcher")]
    [InlineData("public partial class BoardNotifiers() : MigrationDispatcher, IDisposable { public void Dispose() { } } partial class BoardNotifiers")]
    public Task APartialDispatcherIsFine(string type) => Holds($$"""
        [DispatchTable]
        {{type}}
        {
            {{Members}}
        }
        """);

    [Theory]
    [InlineData("public sealed class {|NG0009:BoardNotifiers|} : MigrationDispatcher")]
    [InlineData("public sealed partial class {|NG0009:BoardNotifiers|}<T> : MigrationDispatcher")]
    [InlineData("file sealed partial class {|NG0009:BoardNotifiers|} : MigrationDispatcher")]
    public Task ADispatcherThatNoPartCanBeAddedToIsReported(string type) => Holds($$"""
        [DispatchTable]
        {{type}}
        {
            {{Members}}
        }
        """);

    [Theory]
    [InlineData("public sealed partial class {|NG0009:BoardNotifiers|} { }")]
    [InlineData("public static partial class {|NG0009:BoardNotifiers|} { }")]
    [InlineData("public partial class {|NG0009:BoardNotifiers|} : List<int> { }")]
    [InlineData("public partial record {|NG0009:BoardNotifiers|} { }")]
    public Task ADispatcherHasToDeriveFromTheBase(string type) => Holds($$"""
        [DispatchTable]
        {{type}}
        """);

    [Fact]
    public Task EveryTypeAroundADispatcherHasToBePartial() => Holds(
        $$"""
        class Machine
        {
            [DispatchTable]
            internal sealed partial class {|#0:BoardNotifiers|} : MigrationDispatcher
            {
                {{Members}}
            }
        }

        partial class OtherMachine
        {
            [DispatchTable]
            private sealed partial class BoardNotifiers : MigrationDispatcher
            {
                {{Members}}
            }
        }

        partial class GenericMachine<T>
        {
            [DispatchTable]
            internal sealed partial class {|NG0009:BoardNotifiers|} : MigrationDispatcher
            {
                {{Members}}
            }
        }
        """,
        new DiagnosticResult(Descriptors.DispatcherType).WithLocation(0).WithArguments(
            "Machine.BoardNotifiers", "it is nested in 'Machine', which is not partial"));

    [Fact]
    public Task ADerivedDispatcherIsOne() => Holds($$"""
        abstract class Notifiers : MigrationDispatcher;

        [DispatchTable]
        sealed partial class BoardNotifiers : Notifiers
        {
            {{Members}}
        }
        """);

    [Fact]
    public Task AllMistakesStandInOneMessage() => Holds(
        """
        [DispatchTable]
        static class {|#0:BoardNotifiers|} { }
        """,
        new DiagnosticResult(Descriptors.DispatcherType).WithLocation(0).WithArguments(
            "BoardNotifiers", "it is not partial; it is static, and a dispatcher is an object; it does not derive from MigrationDispatcher"));

    [Fact]
    public Task APragmaSuppressesIt() => Holds("""
        [DispatchTable]
        #pragma warning disable NG0009
        class BoardNotifiers { }
        #pragma warning restore NG0009
        """);

    [Fact]
    public Task AnEditorconfigTurnsItOff() => Rule<NotifierGen.Analyzers.Dispatchers.DispatcherTypeAnalyzer>.HoldsWithSeverity("NG0009", "none", """
        [DispatchTable]
        class BoardNotifiers { }
        """);

    private static Task Holds(string source, params DiagnosticResult[] expected) =>
        Rule<NotifierGen.Analyzers.Dispatchers.DispatcherTypeAnalyzer>.Holds(source, expected);
}

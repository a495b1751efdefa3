using NotifierGen.Analyzers.Dispatchers;
using NotifierGen.Analyzers.Tests.Testing;
using NotifierGen.CodeFixes.Dispatchers;

namespace NotifierGen.Analyzers.Tests.Dispatchers;

/// <summary>NG0009's fix: a partial class with the base.</summary>
public sealed class DispatcherTypeCodeFixTests
{
    private const string Abstract = "abstract ";

    [Theory]
    [InlineData("class {|NG0009:BoardNotifiers|}\n{ }", "partial class BoardNotifiers : MigrationDispatcher\n{ }")]
    [InlineData("partial class {|NG0009:BoardNotifiers|};", "partial class BoardNotifiers : MigrationDispatcher;")]
    [InlineData("class {|NG0009:BoardNotifiers|} : MigrationDispatcher { }", "partial class BoardNotifiers : MigrationDispatcher { }")]
    [InlineData("class {|NG0009:BoardNotifiers|}(int id)\n{ public int Id => id; }", "partial class BoardNotifiers(int id) : MigrationDispatcher\n{ public int Id => id; }")]
    [InlineData(
        "partial class {|NG0009:BoardNotifiers|} : IFormattable, ICloneable { public string ToString(string? f, IFormatProvider? p) => \"\"; public object Clone() => this; }",
        "partial class BoardNotifiers : MigrationDispatcher, IFormattable, ICloneable { public string ToString(string? f, IFormatProvider? p) => \"\"; public object Clone() => this; }")]
    public Task ItBecomesADispatcher(string type, string mended) => Fix<DispatcherTypeAnalyzer, DispatcherTypeCodeFix>.Mends(
        $"""
        [DispatchTable]
        {Abstract}{type}
        """,
        $"""
        [DispatchTable]
        {Abstract}{mended}
        """);

    [Fact]
    public Task AStaticClassBecomesAnObject()
    {
        var test = Fix<DispatcherTypeAnalyzer, DispatcherTypeCodeFix>.Test(
            """
            [DispatchTable]
            static class {|NG0009:BoardNotifiers|} { }
            """,
            """
            [DispatchTable]
            partial class BoardNotifiers : MigrationDispatcher { }
            """);

        // The generator writes the members that are missing here.
        test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None;
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task TheTypesAroundBecomePartialAndAllAreMendedAtOnce() => Fix<DispatcherTypeAnalyzer, DispatcherTypeCodeFix>.Mends(
        """
        class Machine
        {
            [DispatchTable]
            internal abstract partial class {|NG0009:FirstNotifiers|} : MigrationDispatcher { }

            // Kept.
            [DispatchTable]
            internal abstract class {|NG0009:SecondNotifiers|} { }
        }

        [DispatchTable]
        abstract class {|NG0009:ThirdNotifiers|}
        {
        }
        """,
        """
        partial class Machine
        {
            [DispatchTable]
            internal abstract partial class FirstNotifiers : MigrationDispatcher { }

            // Kept.
            [DispatchTable]
            internal abstract partial class SecondNotifiers : MigrationDispatcher { }
        }

        [DispatchTable]
        abstract partial class ThirdNotifiers : MigrationDispatcher
        {
        }
        """);

    [Theory]
    [InlineData("partial class {|NG0009:BoardNotifiers|} : List<int> { }")]
    [InlineData("abstract partial class {|NG0009:BoardNotifiers|}<T> : MigrationDispatcher { }")]
    public Task WhereItCannotHelpItIsNotOffered(string type) => Fix<DispatcherTypeAnalyzer, DispatcherTypeCodeFix>.IsNotOffered($"""
        [DispatchTable]
        {type}
        """);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using NotifierGen.Analyzers.TableFiles;
using NotifierGen.Analyzers.Tests.Testing;
using NotifierGen.CodeFixes.Dispatchers;
using static NotifierGen.Analyzers.Tests.Testing.Rule<NotifierGen.Analyzers.TableFiles.TableFileAnalyzer>;

namespace NotifierGen.Analyzers.Tests.TableFiles;

/// <summary>NG0012: the table file holds the table as compiled.</summary>
public sealed class TableFileTests
{
    private const string Devices = """
        partial class Nic<T>
        {
            [OnMigrationEvent(Setup, Modes = MigrationMode.CprReboot | MigrationMode.CprExec)] public void Unplug() { }
            [OnMigrationEvent(Failed, Phase.BeforeVmStart, Order = 5)] public void PlugBack() { }
        }

        class Disk
        {
            [OnMigrationEvent(Failed, Phase.BeforeVmStart, Modes = MigrationMode.All)] public void Unlock() { }
        }

        [DispatchTable]
        abstract partial class {|#0:BoardNotifiers|} : MigrationDispatcher;
        """;

    private const string Head = """
        | device | handler | event | phase | modes | order |
        | --- | --- | --- | --- | --- | ---: |

        """;

    private const string Unplug = "| Nic\\<T> | Unplug | Setup |  | CprReboot, CprExec | 0 |\n";
    private const string PlugBack = "| Nic\\<T> | PlugBack | Failed | BeforeVmStart | Normal | 5 |\n";
    private const string Unlock = "| Disk | Unlock | Failed | BeforeVmStart | All | 0 |\n";
    private const string Table = Head + Unplug + Unlock + PlugBack;

    private static readonly MetadataReference s_devices = Library.Compile("Devices", """
        namespace Devices;
        public class Clock
        {
            [OnMigrationEvent(Done)] public void Adjust() { }
        }
        """);

    [Theory]
    [InlineData(Table)]
    [InlineData("# Who does what\n\nOnce a migration begins:\n\n" + Table + "\nReviewed.\n\n| another | table |\n")]
    public Task ATableAsCompiledIsFine(string file) => With(file);

    [Fact]
    public Task LineEndsAndSpacesAtTheEndsOfLinesDoNotMatter() => With(Table.Replace("\n", "  \r\n", StringComparison.Ordinal));

    [Theory]
    [InlineData("", "it has no table")]
    [InlineData("# Nothing yet", "it has no table")]
    [InlineData("| device |\n| --- |\n", "its table does not begin with '| device | handler | event | phase | modes | order |'")]
    [InlineData(Head + Unplug + Unlock, "it lacks the row '| Nic\\<T> | PlugBack | Failed | BeforeVmStart | Normal | 5 |'")]
    [InlineData(Table + "| Nic\\<T> | Forget | Done |  | Normal | 0 |\n", "it has the row '| Nic\\<T> | Forget | Done |  | Normal | 0 |', which is none")]
    [InlineData(Head + Unplug + PlugBack + Unlock, "'| Disk | Unlock | Failed | BeforeVmStart | All | 0 |' comes at place 2")]
    [InlineData(Table + Unlock, "it has 4 rows, not 3")]
    public Task ADifferenceIsReportedAtTheDispatcher(string file, string difference) => With(file, Reported(difference));

    [Fact]
    public Task AMissingFileIsReported() => With(null, Reported("there is no such file; add an empty one"));

    [Fact]
    public Task WithoutTheOptionNoFileIsCompared()
    {
        var test = Test(Devices);
        test.TestState.AdditionalFiles.Add(("/project/NotifierTable.md", "| nonsense |"));
        return Run(test, []);
    }

    [Fact]
    public Task WithoutADispatcherThereIsNothingToCompare() => With("", "class Nic { [OnMigrationEvent(Done)] public void OnDone() { } }");

    [Fact]
    public Task APragmaSuppressesIt() => With("", Devices.Replace("[DispatchTable]", "#pragma warning disable NG0012\n[DispatchTable]", StringComparison.Ordinal));

    [Fact]
    public Task ReferencedAssembliesAreInTheTable()
    {
        var test = TestWith("", Devices);
        test.TestState.AdditionalReferences.Add(s_devices);
        test.TestState.AdditionalFiles.Clear();
        test.TestState.AdditionalFiles.Add(("/project/NotifierTable.md", Head + Unplug + "| Devices.Clock | Adjust | Done |  | Normal | 0 |\n" + Unlock + PlugBack));
        return Run(test, []);
    }

    [Theory]
    [InlineData("", Table)]
    [InlineData("# The table\n", "# The table\n\n" + Table)]
    [InlineData("# The table\n\n" + Head + Unlock + "\nReviewed.\n", "# The table\n\n" + Table + "\nReviewed.\n")]
    public Task TheFixWritesTheTableAndNothingElse(string file, string mended)
    {
        var test = Fix<TableFileAnalyzer, UpdateTableFileCodeFix>.Test(Devices, Devices.Replace("{|#0:BoardNotifiers|}", "BoardNotifiers", StringComparison.Ordinal));
        test.TestState.AdditionalFiles.Add(("/project/NotifierTable.md", file));
        test.TestState.AnalyzerConfigFiles.Add(Option);
        test.TestState.ExpectedDiagnostics.Add(new DiagnosticResult("NG0012", DiagnosticSeverity.Warning).WithLocation(0));
        test.FixedState.AdditionalFiles.Add(("/project/NotifierTable.md", mended));
        test.FixedState.AnalyzerConfigFiles.Add(Option);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static (string Path, string Content) Option => ("/.globalconfig", "is_global = true\nbuild_property.NotifierGenTableFile = ./NotifierTable.md\n");

    private static DiagnosticResult Reported(string difference) =>
        new DiagnosticResult(Descriptors.TableFile).WithLocation(0).WithArguments("./NotifierTable.md", "BoardNotifiers", difference);

    private static Task With(string? file, params DiagnosticResult[] expected) => Run(TestWith(file, Devices), expected);

    private static Task With(string? file, string source) => Run(TestWith(file, source), []);

    private static AnalyzerTest TestWith(string? file, string source)
    {
        AnalyzerTest test = Test(source);
        test.TestState.AnalyzerConfigFiles.Add(Option);
        if (file is not null)
        {
            test.TestState.AdditionalFiles.Add(("/project/NotifierTable.md", file));
        }

        return test;
    }
}

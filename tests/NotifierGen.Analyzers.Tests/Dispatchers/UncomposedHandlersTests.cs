using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using NotifierGen.Analyzers.Dispatchers;
using NotifierGen.Analyzers.Tests.Testing;
using NotifierGen.CodeFixes.Dispatchers;
using static NotifierGen.Analyzers.Tests.Testing.Rule<NotifierGen.Analyzers.Dispatchers.UncomposedHandlersAnalyzer>;

namespace NotifierGen.Analyzers.Tests.Dispatchers;

/// <summary>NG0010: an application composes its handlers.</summary>
public sealed class UncomposedHandlersTests
{
    private const string Handlers = """
        class Disk
        {
            [OnMigrationEvent(Done)] public void {|NG0010:OnDone|}() { }
            [OnMigrationEvent(Failed)] public void OnFailed() { }
        }

        class Nic
        {
            [OnMigrationEvent(Done)] public void OnDone() { }
        }

        static class Program
        {
            static void Main() { }
        }
        """;

    private static readonly MetadataReference s_devices = Library.Compile("Devices", """
        namespace Devices;
        public class Disk
        {
            [OnMigrationEvent(Done)] public void OnDone() { }
        }
        """);

    private static readonly MetadataReference s_board = Library.Compile("Board", """
        namespace Board;
        [DispatchTable]
        public sealed partial class BoardNotifiers : MigrationDispatcher;
        """, s_devices);

    [Fact]
    public Task HandlersOfAnApplicationWithoutDispatcherAreReportedOnceAtTheFirst() => HoldsInApplication(Handlers);

    [Fact]
    public Task ALibraryLeavesThatToTheApplication() => Holds(Handlers.Replace("{|NG0010:OnDone|}", "OnDone", StringComparison.Ordinal));

    [Fact]
    public Task ADispatcherComposesThem() => HoldsInApplication(
        Handlers.Replace("{|NG0010:OnDone|}", "OnDone", StringComparison.Ordinal)
        + """

        static class Board
        {
            [DispatchTable] abstract partial class BoardNotifiers : MigrationDispatcher;
        }
        """);

    [Fact]
    public Task AnApplicationWithoutHandlersNeedsNone() => HoldsInApplication("""
        static class Program
        {
            static void Main() { }
        }
        """);

    [Theory]
    [InlineData("static class Program { static void {|NG0010:Main|}() { } }")]
    [InlineData("static class Program { static async Task<int> {|NG0010:Main|}() { await Task.Yield(); return 1; } }")]
    [InlineData("{|NG0010:Console|}.WriteLine();")]
    public Task HandlersOfALibraryAreReportedAtTheEntryPoint(string source) => RunWith([s_devices], source);

    [Fact]
    public Task TheMessageNamesTheAssemblies() => RunWith(
        [s_devices],
        """
        class Nic
        {
            [OnMigrationEvent(Done)] public void {|#0:OnDone|}() { }
        }

        static class Program
        {
            static void Main() { }
        }
        """,
        new DiagnosticResult(Descriptors.UncomposedHandlers).WithLocation(0).WithArguments("'TestProject', 'Devices'"));

    [Fact]
    public Task ALibrarysDispatcherComposesWhatItReferences() => RunWith([s_devices, s_board], "Console.WriteLine();");

    /// <summary>Side by side with the version that it knows it does not know the other one.</summary>
    [Fact]
    public Task ALibrarysDispatcherComposesTheVersionThatItReferences()
    {
        const string Disk = "namespace Devices { public class Disk { [OnMigrationEvent(Done)] public void OnDone() { } } }";
        MetadataReference old = Library.CompileSigned("Devices", 1, Disk);
        MetadataReference board = Library.Compile("Board", "[DispatchTable] public sealed partial class BoardNotifiers : MigrationDispatcher;", old);
        return RunWith(
            [old, Library.CompileSigned("Devices", 2, Disk), board],
            "{|#0:Console|}.WriteLine();",
            new DiagnosticResult(Descriptors.UncomposedHandlers).WithLocation(0).WithArguments("'Devices, Version=2.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35'"));
    }

    [Fact]
    public Task ANewerVersionThanTheLibrarysDispatcherKnowsTakesItsPlace()
    {
        const string Disk = "namespace Devices { public class Disk { [OnMigrationEvent(Done)] public void OnDone() { } } }";
        MetadataReference board = Library.Compile(
            "Board", "[DispatchTable] public sealed partial class BoardNotifiers : MigrationDispatcher;", Library.CompileSigned("Devices", 1, Disk));
        return RunWith([Library.CompileSigned("Devices", 2, Disk), board], "Console.WriteLine();");
    }

    [Fact]
    public Task ALibrarysDispatcherDoesNotComposeTheApplicationsHandlers() => RunWith(
        [s_devices, s_board],
        """
        class Nic
        {
            [OnMigrationEvent(Done)] public void {|#0:OnDone|}() { }
        }

        static class Program
        {
            static void Main() { }
        }
        """,
        new DiagnosticResult(Descriptors.UncomposedHandlers).WithLocation(0).WithArguments("'TestProject'"));

    [Fact]
    public Task APragmaSuppressesIt() => HoldsInApplication("#pragma warning disable NG0010\n" + Handlers.Replace("{|NG0010:OnDone|}", "OnDone", StringComparison.Ordinal));

    [Fact]
    public Task AnEditorconfigTurnsItOff()
    {
        var test = Test(Handlers.Replace("{|NG0010:OnDone|}", "OnDone", StringComparison.Ordinal));
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.AnalyzerConfigFiles.Add(DeviceProject.Severity("NG0010", "none"));
        return Run(test, []);
    }

    [Fact]
    public Task TheFixAddsADispatcher()
    {
        var test = Fix<UncomposedHandlersAnalyzer, AddDispatcherCodeFix>.Test(Handlers, Handlers.Replace("{|NG0010:OnDone|}", "OnDone", StringComparison.Ordinal));
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.FixedState.Sources.Add(("MachineNotifiers.cs", """
            using NotifierGen;

            /// <summary>Composes the handlers of this application and of the libraries it references.</summary>
            [DispatchTable]
            internal sealed partial class MachineNotifiers : MigrationDispatcher
            {
            }

            """));

        // The generator writes the members that are missing here.
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static Task RunWith(MetadataReference[] references, string source, params DiagnosticResult[] expected)
    {
        var test = Test(source);
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.AdditionalReferences.AddRange(references);
        return Run(test, expected);
    }
}

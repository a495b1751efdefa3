using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Analyzers.Handlers;
using NotifierGen.Analyzers.Tests.Testing;

namespace NotifierGen.Analyzers.Tests;

/// <summary>Code that is being typed: no analyzer throws, the generator does not either.</summary>
public sealed class RobustnessTests
{
    private const string Device = """
        using NotifierGen;

        namespace Devices
        {
            [System.Obsolete]
            public sealed partial class Nic<T> : System.IDisposable where T : class
            {
                [OnMigrationEvent(Setup, Modes = MigrationMode.Normal | MigrationMode.CprExec, After = new[] { typeof(Disk), typeof(Nic<>) })]
                private SetupResult OnSetup(in MigrationContext context) => SetupResult.Refuse("busy");

                [OnMigrationEvent(Failed, Phase.AfterVmStart, Before = new Type[] { typeof(Disk) }), OnMigrationEvent(Failed, RequiresStoppedVm = true)]
                private partial void OnFailed();

                private partial void OnFailed() { [OnMigrationEvent(Done)] void Local() { } var f = [OnMigrationEvent(Done)] () => { }; }

                public void Dispose() { }
            }

            public class Disk
            {
                [OnMigrationEvent(phase: Phase.BeforeVmStart, migrationEvent: Reclaimed, BudgetMicroseconds = -1)]
                public static void OnReclaimed() { }
            }

            class Outer { [DispatchTable] public sealed class BoardNotifiers : MigrationDispatcher { } }

            static class Program
            {
                static void Main() { }

                static void Migrate(MigrationDispatcher notifiers, IVirtualMachine vm, System.IO.Stream stream)
                {
                    if (!notifiers.TryBegin(vm, MigrationMode.Normal, out MigrationSession session, out SetupRefusal refusal)) { return; }
                    try { vm.Stop(); stream.Flush(); session.Complete(); } catch (System.IO.IOException e) when (e.Message != null)
                    { vm.Start(); session.Fail(new MigrationFailure(MigrationFailureKind.Error, e.Message, e)); } finally { session?.Dispose(); }
                }
            }
        }
        """;

    private static readonly DiagnosticAnalyzer[] s_analyzers =
    [
        .. typeof(HandlerAnalyzer).Assembly.GetTypes()
            .Where(type => typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static TheoryData<string> HalfTypedAttributes() =>
    [
        "[OnMigrationEvent",
        "[OnMigrationEvent]",
        "[OnMigrationEvent()]",
        "[OnMigrationEvent(]",
        "[OnMigrationEvent(Fai)]",
        "[OnMigrationEvent(Failed, )]",
        "[OnMigrationEvent(Failed, Phase.)]",
        "[OnMigrationEvent(Failed, Phase)]",
        "[OnMigrationEvent(Failed, 1, 2, 3)]",
        "[OnMigrationEvent(\"Failed\")]",
        "[OnMigrationEvent(null)]",
        "[OnMigrationEvent(0)]",
        "[OnMigrationEvent(Failed, Modes)]",
        "[OnMigrationEvent(Failed, Modes = )]",
        "[OnMigrationEvent(Failed, Modes = 1)]",
        "[OnMigrationEvent(Failed, Modes = null)]",
        "[OnMigrationEvent(Failed, Nothing = 1)]",
        "[OnMigrationEvent(Failed, After = )]",
        "[OnMigrationEvent(Failed, After = new)]",
        "[OnMigrationEvent(Failed, After = new[] { })]",
        "[OnMigrationEvent(Failed, After = new[] { typeof() })]",
        "[OnMigrationEvent(Failed, After = new[] { typeof(Missing), null })]",
        "[OnMigrationEvent(Failed, After = typeof(Nic))]",
        "[OnMigrationEvent(Failed, After = null, Before = null)]",
        "[OnMigrationEvent(Failed, BudgetMicroseconds = 1 / 0)]",
        "[OnMigrationEvent(Failed, RequiresStoppedVm = maybe)]",
        "[OnMigrationEvent(phase: Phase.AfterVmStart)]",
        "[OnMigrationEvent(Failed, migrationEvent: Done)]",
        "[method: OnMigrationEvent(Failed)] [return: OnMigrationEvent(Failed)]",
        "[OnMigrationEvent<int>(Failed)]",
    ];

    [Theory]
    [MemberData(nameof(HalfTypedAttributes))]
    public async Task AHalfTypedAttributeDoesNoHarm(string attribute)
    {
        await AssertNothingThrows($$"""class Nic { {{attribute}} public void OnFailed() { } }""");
        await AssertNothingThrows($$"""{{attribute}} public void OnFailed() { }""");
        await AssertNothingThrows($$"""class { {{attribute}} void ( }""");
        await AssertNothingThrows($$"""class Nic { {{attribute}} public""");
        await AssertNothingThrows($$"""enum E { {{attribute}} A } delegate void D(); {{attribute}} interface I<T> { {{attribute}} void M(); }""");
        await AssertNothingThrows($$"""static class X { extension(int i) { {{attribute}} public void M() { } } }""");
    }

    [Fact]
    public async Task AFileCutOffAnywhereDoesNoHarm()
    {
        for (int length = 0; length < Device.Length; length += 23)
        {
            await AssertNothingThrows(Device[..length]);
        }
    }

    [Fact]
    public async Task AFileWithAnyTokenMissingDoesNoHarm()
    {
        string[] tokens = Device.Split(' ');
        for (int missing = 0; missing < tokens.Length; missing++)
        {
            await AssertNothingThrows(string.Join(' ', tokens.Where((_, index) => index != missing)));
        }
    }

    private static async Task AssertNothingThrows(string source)
    {
        Compilation compilation = Library.Generate("HalfTyped", source, OutputKind.ConsoleApplication, out ImmutableArray<Diagnostic> generatorDiagnostics);
        var thrown = new List<Diagnostic>(generatorDiagnostics);
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> reported = await compilation
            .WithAnalyzers([.. s_analyzers], options)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        thrown.AddRange(reported.Where(diagnostic => diagnostic.Id == "AD0001"));

        Assert.True(thrown.Count == 0, $"{string.Join('\n', thrown)}\n\n{source}");
    }
}

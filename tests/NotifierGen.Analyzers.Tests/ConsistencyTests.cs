using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Analyzers.Dispatchers;
using NotifierGen.Analyzers.Handlers;
using NotifierGen.Analyzers.Order;
using NotifierGen.Analyzers.Tests.Testing;

namespace NotifierGen.Analyzers.Tests;

/// <summary>What an analyzer reports as an error, and only that, the generator leaves out, and no error follows from it.</summary>
public sealed class ConsistencyTests
{
    public static TheoryData<string, string> Mistakes() => new()
    {
        { "NG0001", "class Nic { [OnMigrationEvent(Done)] public int Wrong() => 1; }" },
        { "NG0001", "class Nic { [OnMigrationEvent(Done)] public async void Wrong() => await Task.Yield(); }" },
        { "NG0001", "class Nic { [OnMigrationEvent(Done)] public void Wrong(MigrationContext context) { } }" },
        { "NG0001", "class Nic { [OnMigrationEvent(Done)] public void Wrong<T>() { } }" },
        { "NG0001", "class Nic { [OnMigrationEvent(Done), OnMigrationEvent(Setup)] public SetupResult Wrong() => default; }" },
        { "NG0001", "interface INic { void Wrong(); } class Nic : INic { [OnMigrationEvent(Done)] void INic.Wrong() { } }" },
        { "NG0001", "class Nic { public int Wrong { [OnMigrationEvent(Done)] get => 1; } }" },
        { "NG0001", "class Nic { public void M() { [OnMigrationEvent(Done)] void Wrong() { } Wrong(); } }" },
        { "NG0001", "interface INic { [OnMigrationEvent(Done)] static abstract void Wrong(); }" },
        { "NG0001", "partial class Nic { [OnMigrationEvent(Done)] public partial int Wrong(); public partial int Wrong() => 1; }" },
        { "NG0002", "class Nic { [OnMigrationEvent(Done)] private void Wrong() { } }" },
        { "NG0002", "partial class Board { private partial class Nic { [OnMigrationEvent(Done)] public void Wrong() { } } }" },
        { "NG0002", "class Nic<T> { [OnMigrationEvent(Done)] public void Wrong() { } }" },
        { "NG0003", "class Nic { [OnMigrationEvent(Done, Phase.AfterVmStart)] public void Wrong() { } }" },
        { "NG0005", "class Nic { [OnMigrationEvent(Done), OnMigrationEvent(Done)] public void Wrong() { } }" },
        { "NG0006", "struct Nic { [OnMigrationEvent(Done)] public void Wrong() { } }" },
        { "NG0006", "file class Nic { [OnMigrationEvent(Done)] public void Wrong() { } }" },
        { "NG0006", "interface INic<T> { [OnMigrationEvent(Done)] void Wrong(); }" },
        { "NG0006", "static partial class Nic<T> { [OnMigrationEvent(Done)] public static void Wrong() { } }" },
        { "NG0008", "class Nic { [OnMigrationEvent((MigrationEvent)99)] public void Wrong() { } }" },
        { "NG0008", "class Nic { [OnMigrationEvent(Failed, (Phase)7)] public void Wrong() { } }" },
        { "NG0008", "class Nic { [OnMigrationEvent(Done, Modes = 0)] public void Wrong() { } }" },
        { "NG0009", "[DispatchTable] class Wrong;" },
        { "NG0009", "[DispatchTable] static partial class Wrong;" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task AMistakeIsReportedAndLeftOutAndNothingFollowsFromIt(string rule, string mistake)
    {
        Compilation compilation = Library.Generate("Board", mistake + Rest, OutputKind.DynamicallyLinkedLibrary, out ImmutableArray<Diagnostic> ofGenerator);

        Assert.Empty(ofGenerator);
        Assert.Equal([rule], await RulesAsync(compilation));
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), IsErrorOrWarning);
        Assert.DoesNotContain("Wrong", Generated(compilation), StringComparison.Ordinal);
        Assert.Contains("Right", Generated(compilation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheRowsOfACycleAreReportedAndLeftOutOfTheTable()
    {
        const string Cycle = """
            class A { [OnMigrationEvent(Done, After = new[] { typeof(B) })] public void OnDone() { } }
            class B { [OnMigrationEvent(Done, After = new[] { typeof(A) })] public void OnDone() { } }
            """;
        Compilation compilation = Library.Generate("Board", Cycle + Rest, OutputKind.DynamicallyLinkedLibrary, out ImmutableArray<Diagnostic> ofGenerator);

        Assert.Empty(ofGenerator);
        Assert.Equal(["NG0004"], await RulesAsync(compilation));
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), IsErrorOrWarning);
        string table = Assert.Single(compilation.SyntaxTrees.Select(tree => tree.ToString()), text => text.Contains("partial class BoardNotifiers\n", StringComparison.Ordinal));
        Assert.DoesNotContain("OnDone", table, StringComparison.Ordinal);
        Assert.Contains("Right", table, StringComparison.Ordinal);
    }

    private const string Rest = """

        class Disk { [OnMigrationEvent(Failed, Phase.AfterVmStart)] public void Right() { } }

        [DispatchTable]
        sealed partial class BoardNotifiers : MigrationDispatcher;
        """;

    private static async Task<IEnumerable<string>> RulesAsync(Compilation compilation)
    {
        ImmutableArray<Diagnostic> reported = await compilation
            .WithAnalyzers([new HandlerAnalyzer(), new DispatcherTypeAnalyzer(), new OrderCycleAnalyzer(), new OrderTargetAnalyzer(), new ManifestVersionAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return reported.Select(diagnostic => diagnostic.Id).Distinct();
    }

    private static string Generated(Compilation compilation) => string.Concat(compilation.SyntaxTrees.Skip(2));

    private static bool IsErrorOrWarning(Diagnostic diagnostic) => diagnostic.Severity >= DiagnosticSeverity.Warning;
}

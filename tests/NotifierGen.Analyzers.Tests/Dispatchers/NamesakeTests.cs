using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using NotifierGen.Analyzers.Tests.Testing;
using static NotifierGen.Analyzers.Tests.Testing.Rule<NotifierGen.Analyzers.Dispatchers.NamesakeAnalyzer>;

namespace NotifierGen.Analyzers.Tests.Dispatchers;

/// <summary>NG0014: two assemblies of one simple name, side by side.</summary>
public sealed class NamesakeTests
{
    private const string Dispatcher = """
        [DispatchTable]
        abstract partial class {|#0:BoardNotifiers|} : MigrationDispatcher;
        """;

    private static readonly MetadataReference s_first = Devices(1, "public class Disk { [OnMigrationEvent(Done)] public void OnDone() { } }");
    private static readonly MetadataReference s_second = Devices(2, "public class Tap { [OnMigrationEvent(Done)] public void OnDone() { } }");

    [Fact]
    public Task EachClassThatBothHaveIsReported() => RunWith(
        [s_first, s_second],
        Dispatcher,
        new DiagnosticResult(Descriptors.Namesakes).WithLocation(0).WithArguments("Devices.Nic", $"'{Name(1)}' and '{Name(2)}'"));

    [Fact]
    public Task AnAliasTellsThemApart() => RunWith([s_first.WithAliases(["old"]), s_second], Without("{|#0:BoardNotifiers|}"));

    [Fact]
    public Task OneAliasForBothDoesNot() => RunWith(
        [s_first.WithAliases(["old"]), s_second.WithAliases(["old"])],
        Dispatcher,
        new DiagnosticResult(Descriptors.Namesakes).WithLocation(0).WithArguments("Devices.Nic", $"'{Name(1)}' and '{Name(2)}'"));

    [Fact]
    public Task ADispatcherComposesIt() => RunWith([s_first, s_second], "class Nothing;");

    [Fact]
    public Task ClassesOfOneNameInAssembliesOfTwoNamesAreFine() => RunWith(
        [s_first, Library.Compile("Others", "namespace Devices { public class Nic { [OnMigrationEvent(Done)] public void OnDone() { } } }")],
        Without("{|#0:BoardNotifiers|}"));

    [Fact]
    public Task AnAssemblyOfTheProjectsOwnNameIsOne() => RunWith(
        [Library.Compile("TestProject", "[assembly: System.Reflection.AssemblyVersion(\"3.0.0.0\")] namespace Devices { public class Nic { [OnMigrationEvent(Done)] public void OnDone() { } } }")],
        Dispatcher,
        new DiagnosticResult(Descriptors.Namesakes).WithLocation(0).WithArguments(
            "Devices.Nic",
            "'TestProject, Version=0.0.0.0, Culture=neutral, PublicKeyToken=null' and 'TestProject, Version=3.0.0.0, Culture=neutral, PublicKeyToken=null'"));

    [Fact]
    public Task APragmaSuppressesIt() => RunWith([s_first, s_second], "#pragma warning disable NG0014\n" + Without("{|#0:BoardNotifiers|}"));

    [Fact]
    public Task AnEditorconfigMakesItAWarning()
    {
        var test = Test(Dispatcher);
        test.TestState.AdditionalReferences.AddRange([s_first, s_second]);
        test.TestState.AnalyzerConfigFiles.Add(DeviceProject.Severity("NG0014", "warning"));
        return Run(test, [new DiagnosticResult("NG0014", DiagnosticSeverity.Warning).WithLocation(0)]);
    }

    private static string Without(string markup) => Dispatcher.Replace(markup, "BoardNotifiers", StringComparison.Ordinal);

    private static string Name(int version) => $"Devices, Version={version}.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35";

    private static MetadataReference Devices(int version, string more) => Library.CompileSigned("Devices", version, $$"""
        namespace Devices
        {
            public class Nic
            {
                [OnMigrationEvent(Done)] public void OnDone() { }
            }

            {{more}}
        }
        """);

    private static Task RunWith(MetadataReference[] references, string source, params DiagnosticResult[] expected)
    {
        var test = Test(source);
        test.TestState.AdditionalReferences.AddRange(references);
        return Run(test, expected);
    }
}

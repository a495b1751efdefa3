using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using NotifierGen.Analyzers.Tests.Testing;
using static NotifierGen.Analyzers.Tests.Testing.Rule<NotifierGen.Analyzers.Dispatchers.ManifestVersionAnalyzer>;

namespace NotifierGen.Analyzers.Tests.Dispatchers;

/// <summary>NG0011: manifests that this generator cannot read.</summary>
public sealed class ManifestVersionTests
{
    private const string Dispatcher = """
        [DispatchTable]
        abstract partial class {|#0:BoardNotifiers|} : MigrationDispatcher;
        """;

    [Fact]
    public Task AManifestOfThisVersionIsFine() => RunWith(Manifest(1), Dispatcher);

    [Fact]
    public Task ANewerManifestWantsANewerGenerator() => RunWith(
        Manifest(2),
        Dispatcher,
        new DiagnosticResult(Descriptors.ManifestVersion).WithLocation(0).WithArguments("Devices", "2", "1", "update the NotifierGen package of this project"));

    [Fact]
    public Task AnOlderManifestWantsARebuild() => RunWith(
        Manifest(0),
        Dispatcher,
        new DiagnosticResult(Descriptors.ManifestVersion).WithLocation(0).WithArguments(
            "Devices", "0", "1", "rebuild 'Devices' with the NotifierGen package of this project"));

    [Fact]
    public Task WithoutADispatcherNobodyReadsIt() => RunWith(Manifest(2), "class Nic;");

    [Fact]
    public Task APragmaSuppressesIt() => RunWith(Manifest(2), """
        [DispatchTable]
        #pragma warning disable NG0011
        abstract partial class BoardNotifiers : MigrationDispatcher;
        """);

    [Fact]
    public Task AnEditorconfigMakesItAWarning()
    {
        var test = Test(Dispatcher);
        test.TestState.AdditionalReferences.Add(Manifest(2));
        test.TestState.AnalyzerConfigFiles.Add(DeviceProject.Severity("NG0011", "warning"));
        return Run(test, [new DiagnosticResult("NG0011", DiagnosticSeverity.Warning).WithLocation(0)]);
    }

    private static MetadataReference Manifest(int version) =>
        Library.Compile("Devices", $"[assembly: NotifierGen.CompilerServices.NotifierManifest({version}, typeof(object))]");

    private static Task RunWith(MetadataReference reference, string source, params DiagnosticResult[] expected)
    {
        var test = Test(source);
        test.TestState.AdditionalReferences.Add(reference);
        return Run(test, expected);
    }
}

using Microsoft.CodeAnalysis.Testing;
using NotifierGen.Analyzers.Order;
using NotifierGen.Analyzers.Tests.Testing;

namespace NotifierGen.Analyzers.Tests.Order;

/// <summary>NG0007: After and Before order rows of the same event and phase.</summary>
public sealed class OrderTargetTests
{
    private const string Devices = """

        class Disk
        {
            [OnMigrationEvent(Done)] public void OnDone() { }
            [OnMigrationEvent(Failed, Phase.AfterVmStart)] public void OnFailed() { }
        }

        class FastDisk : Disk;

        interface IBus
        {
            [OnMigrationEvent(Setup)] void OnSetup();
        }

        class PciBus : IBus
        {
            public void OnSetup() { }
        }

        class Plain;
        """;

    [Theory]
    [InlineData("Done, After = new[] { typeof(Disk) }")]
    [InlineData("Done, Before = new Type[] { typeof(Disk), typeof(FastDisk) }")]
    [InlineData("Failed, Phase.AfterVmStart, After = new[] { typeof(FastDisk) }")]
    [InlineData("Setup, Before = new[] { typeof(IBus), typeof(PciBus) }")]
    [InlineData("Done, After = new Type[0], Before = null")]
    [InlineData("Done, After = new Type[] { null! }")]
    public Task AClassWithARowForThatMomentIsFine(string arguments) => Holds(Nic(arguments));

    [Theory]
    [InlineData("Done, After = new[] { {|NG0007:typeof(Plain)|}, typeof(Disk), {|NG0007:typeof(IBus)|} }")]
    [InlineData("Done, Before = new Type[] { {|NG0007:typeof(PciBus)|} }")]
    [InlineData("Failed, After = new[] { {|NG0007:typeof(Disk)|} }, Before = new[] { {|NG0007:typeof(FastDisk)|} }")]
    [InlineData("Done, After = new[] { {|NG0007:typeof(int)|}, {|NG0007:typeof(Disk[])|}, {|NG0007:typeof(List<>)|}, {|NG0007:typeof(object)|} }")]
    public Task AClassWithoutOneIsReported(string arguments) => Holds(Nic(arguments));

    [Fact]
    public Task TheMessageNamesClassAndMoment() => Holds(
        Nic("Failed, After = new[] { {|#0:typeof(Disk)|} }"),
        new DiagnosticResult(Descriptors.OrderWithoutTarget).WithLocation(0).WithArguments("After", "Disk", "Failed/BeforeVmStart"));

    [Fact]
    public Task AGenericClassIsNamedUnboundOrConstructed() => Holds("""
        partial class Ring<T>
        {
            [OnMigrationEvent(Done)] public void OnDone() { }
        }

        class Nic
        {
            [OnMigrationEvent(Done, After = new[] { typeof(Ring<>), typeof(Ring<int>) })] public void OnDone() { }
            [OnMigrationEvent(Setup, After = new[] { {|NG0007:typeof(Ring<>)|} })] public void OnSetup() { }
        }
        """);

    [Fact]
    public Task ARowOfAnotherAssemblyIsOne()
    {
        var test = Rule<OrderTargetAnalyzer>.Test("""
            class Nic
            {
                [OnMigrationEvent(Done, After = new[] { typeof(Library.Disk) })] public void OnDone() { }
                [OnMigrationEvent(Setup, After = new[] { {|NG0007:typeof(Library.Disk)|}, {|NG0007:typeof(Library.Plain)|} })] public void OnSetup() { }
            }
            """);
        test.TestState.AdditionalReferences.Add(Library.Compile("Library", """
            namespace Library;
            public partial class Disk
            {
                [OnMigrationEvent(Done)] private void OnDone() { }
            }

            public class Plain;
            """));
        return Rule<OrderTargetAnalyzer>.Run(test, []);
    }

    [Fact]
    public Task APragmaSuppressesIt() => Holds("""
        class Plain;
        class Nic
        {
        #pragma warning disable NG0007
            [OnMigrationEvent(Done, After = new[] { typeof(Plain) })] public void OnDone() { }
        #pragma warning restore NG0007
        }
        """);

    [Fact]
    public Task AnEditorconfigMakesItASuggestion() => Rule<OrderTargetAnalyzer>.HoldsWithSeverity(
        "NG0007",
        "suggestion",
        Nic("Done, After = new[] { {|#0:typeof(Plain)|} }"),
        new DiagnosticResult("NG0007", Microsoft.CodeAnalysis.DiagnosticSeverity.Info).WithLocation(0));

    private static Task Holds(string source, params DiagnosticResult[] expected) => Rule<OrderTargetAnalyzer>.Holds(source, expected);

    private static string Nic(string arguments) => $$"""
        class Nic
        {
            [OnMigrationEvent({{arguments}})]
            public void OnEvent() { }
        }
        {{Devices}}
        """;
}

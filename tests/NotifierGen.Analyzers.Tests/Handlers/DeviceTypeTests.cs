using Microsoft.CodeAnalysis.Testing;
using static NotifierGen.Analyzers.Tests.Testing.Rule<NotifierGen.Analyzers.Handlers.HandlerAnalyzer>;

namespace NotifierGen.Analyzers.Tests.Handlers;

/// <summary>NG0006: what can be a device.</summary>
public sealed class DeviceTypeTests
{
    [Theory]
    [InlineData("class Nic")]
    [InlineData("sealed class Nic")]
    [InlineData("abstract class Nic")]
    [InlineData("record Nic")]
    [InlineData("record class Nic(int Id)")]
    [InlineData("partial class Nic<T>")]
    [InlineData("interface INic")]
    [InlineData("class @event")]
    [InlineData("class Größe")]
    public Task AnythingThatCanBeRegisteredIsADevice(string type) => Holds($$"""
        {{type}}
        {
            [OnMigrationEvent(Done)]
            public void OnDone() { }
        }
        """);

    [Theory]
    [InlineData("struct Nic")]
    [InlineData("readonly struct Nic")]
    [InlineData("ref struct Nic")]
    [InlineData("record struct Nic")]
    [InlineData("partial struct Nic<T>")]
    [InlineData("interface INic<T>")]
    [InlineData("file class Nic")]
    [InlineData("file interface INic")]
    public Task AnythingElseIsNot(string type) => Holds($$"""
        {{type}}
        {
            [OnMigrationEvent(Done)]
            public void {|NG0006:OnDone|}() { }
        }
        """);

    [Theory]
    [InlineData("class Nic")]
    [InlineData("static class Nic")]
    [InlineData("struct Nic")]
    [InlineData("ref struct Nic")]
    [InlineData("record struct Nic")]
    [InlineData("interface INic")]
    public Task AStaticHandlerNeedsNoObject(string type) => Holds($$"""
        {{type}}
        {
            [OnMigrationEvent(Done)]
            internal static void OnDone() { }
        }
        """);

    [Theory]
    [InlineData("partial class Nic<T>")]
    [InlineData("static partial class Nic<T>")]
    [InlineData("struct Nic<T>")]
    [InlineData("interface INic<T>")]
    [InlineData("file static class Nic")]
    public Task AStaticHandlerNeedsATypeThatCanBeNamed(string type) => Holds($$"""
        {{type}}
        {
            [OnMigrationEvent(Done)]
            internal static void {|NG0006:OnDone|}() { }
        }
        """);

    [Fact]
    public Task ATypeInsideAFileLocalOneIsFileLocalToo() => Holds("""
        file static class Board
        {
            internal class Nic
            {
                [OnMigrationEvent(Done)]
                public void {|NG0006:OnDone|}() { }
            }
        }
        """);

    [Fact]
    public Task AnInterfaceInsideAGenericTypeIsGeneric() => Holds("""
        partial class Board<T>
        {
            internal interface INic
            {
                [OnMigrationEvent(Done)]
                void {|NG0006:OnDone|}();
            }
        }
        """);

    [Fact]
    public Task AStructIsNotAlsoOutOfReach() => Holds(
        """
        struct Nic
        {
            [OnMigrationEvent(Done)]
            private void {|#0:OnDone|}() { }
        }
        """,
        new DiagnosticResult(Descriptors.DeviceType).WithLocation(0).WithArguments(
            "Nic", "Nic.OnDone", "it is a struct: registering it would box a copy, and the handler would work on that"));

    [Fact]
    public Task APragmaSuppressesIt() => Holds("""
        #pragma warning disable NG0006
        struct Nic
        {
            [OnMigrationEvent(Done)]
            public void OnDone() { }
        }
        """);

    [Fact]
    public Task AnEditorconfigTurnsItOff() => HoldsWithSeverity("NG0006", "none", """
        struct Nic
        {
            [OnMigrationEvent(Done)]
            public void OnDone() { }
        }
        """);
}

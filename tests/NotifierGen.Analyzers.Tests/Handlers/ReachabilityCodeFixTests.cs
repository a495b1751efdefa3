using static NotifierGen.Analyzers.Tests.Testing.Fix<NotifierGen.Analyzers.Handlers.HandlerAnalyzer, NotifierGen.CodeFixes.Handlers.ReachabilityCodeFix>;

namespace NotifierGen.Analyzers.Tests.Handlers;

/// <summary>NG0002's fix: partial classes and internal nested types.</summary>
public sealed class ReachabilityCodeFixTests
{
    [Theory]
    [InlineData("class Nic", "partial class Nic")]
    [InlineData("public sealed class Nic", "public sealed partial class Nic")]
    [InlineData("abstract record Nic(int Id)", "abstract partial record Nic(int Id)")]
    [InlineData("/* a */ class Nic // b", "/* a */ partial class Nic // b")]
    [InlineData("[Serializable] class Nic<T>", "[Serializable] partial class Nic<T>")]
    [InlineData("interface INic", "partial interface INic")]
    public Task ItMakesTheClassPartial(string type, string mended) => Mends(
        $$"""
        {{type}}
        {
            [OnMigrationEvent(Failed)]
            private void {|NG0002:OnFailed|}() { }
        }
        """,
        $$"""
        {{mended}}
        {
            [OnMigrationEvent(Failed)]
            private void OnFailed() { }
        }
        """);

    [Fact]
    public Task ItMakesTheTypesAroundPartial() => Mends(
        """
        class Board
        {
            public partial class Slot
            {
                internal class Nic
                {
                    [OnMigrationEvent(Failed)] void {|NG0002:OnFailed|}() { }
                }
            }
        }
        """,
        """
        partial class Board
        {
            public partial class Slot
            {
                internal partial class Nic
                {
                    [OnMigrationEvent(Failed)] void OnFailed() { }
                }
            }
        }
        """);

    [Theory]
    [InlineData("private sealed class Nic", "internal sealed class Nic")]
    [InlineData("class Nic", "internal class Nic")]
    [InlineData("sealed class Nic", "internal sealed class Nic")]
    [InlineData("protected class Nic", "protected internal class Nic")]
    [InlineData("private protected class Nic", "internal class Nic")]
    public Task ItMakesAHiddenNestedTypeInternal(string type, string mended) => Mends(
        $$"""
        class Board
        {
            /// <summary>Kept.</summary>
            {{type}}
            {
                [OnMigrationEvent(Failed)] public void {|NG0002:OnFailed|}() { }
            }
        }
        """,
        $$"""
        class Board
        {
            /// <summary>Kept.</summary>
            {{mended}}
            {
                [OnMigrationEvent(Failed)] public void OnFailed() { }
            }
        }
        """);

    [Fact]
    public Task ItDoesBothWhereBothAreInTheWay() => Mends(
        """
        class Board
        {
            private class Nic
            {
                [OnMigrationEvent(Failed)] void {|NG0002:OnFailed|}() { }
            }
        }
        """,
        """
        partial class Board
        {
            internal partial class Nic
            {
                [OnMigrationEvent(Failed)] void OnFailed() { }
            }
        }
        """);

    [Fact]
    public Task ManyHandlersOfManyClassesAreMendedAtOnce()
    {
        var test = Test(
            """
            class Nic
            {
                [OnMigrationEvent(Setup)] void {|NG0002:OnSetup|}() { }
                [OnMigrationEvent(Failed)] void {|NG0002:OnFailed|}() { }
            }

            class Disk
            {
                [OnMigrationEvent(Failed)] void {|NG0002:OnFailed|}() { }

                internal class Queue
                {
                    [OnMigrationEvent(Failed)] void {|NG0002:OnFailed|}() { }
                }
            }
            """,
            """
            partial class Nic
            {
                [OnMigrationEvent(Setup)] void OnSetup() { }
                [OnMigrationEvent(Failed)] void OnFailed() { }
            }

            partial class Disk
            {
                [OnMigrationEvent(Failed)] void OnFailed() { }

                internal partial class Queue
                {
                    [OnMigrationEvent(Failed)] void OnFailed() { }
                }
            }
            """);

        // One by one, a step may mend two handlers.
        test.NumberOfIncrementalIterations = -4;
        return test.RunAsync(TestContext.Current.CancellationToken);
    }
}

using Microsoft.CodeAnalysis.Testing;
using static NotifierGen.Analyzers.Tests.Testing.Rule<NotifierGen.Analyzers.Handlers.HandlerAnalyzer>;

namespace NotifierGen.Analyzers.Tests.Handlers;

/// <summary>NG0002: what a row can reach.</summary>
public sealed class ReachabilityTests
{
    [Theory]
    [InlineData("private")]
    [InlineData("protected")]
    [InlineData("private protected")]
    [InlineData("")]
    [InlineData("private static")]
    public Task AHiddenHandlerNeedsAPartialClass(string accessibility) => Holds($$"""
        class Nic
        {
            [OnMigrationEvent(Failed)]
            {{accessibility}} void {|NG0002:OnFailed|}() { }
        }

        partial class PartialNic
        {
            [OnMigrationEvent(Failed)]
            {{accessibility}} void OnFailed() { }
        }
        """);

    [Theory]
    [InlineData("public")]
    [InlineData("internal")]
    [InlineData("protected internal")]
    public Task AHandlerThatTheAssemblySeesNeedsNone(string accessibility) => Holds($$"""
        class Nic
        {
            [OnMigrationEvent(Failed)]
            {{accessibility}} void OnFailed() { }
        }
        """);

    [Fact]
    public Task EveryTypeAroundAHiddenHandlerHasToBePartial() => Holds(
        """
        partial class Board
        {
            internal class Slot
            {
                internal partial class Nic
                {
                    [OnMigrationEvent(Failed)]
                    private void {|#0:OnFailed|}() { }
                }
            }
        }

        partial class OtherBoard
        {
            internal partial record Nic
            {
                [OnMigrationEvent(Failed)]
                private void OnFailed() { }
            }
        }
        """,
        new DiagnosticResult(Descriptors.UnreachableHandler).WithLocation(0).WithArguments(
            "Board.Slot.Nic.OnFailed", "it is private; make 'Board.Slot' partial, so that the row can stand inside it"));

    [Theory]
    [InlineData("private")]
    [InlineData("protected")]
    [InlineData("private protected")]
    [InlineData("")]
    public Task ATypeThatTheAssemblyDoesNotSeeIsOutOfReach(string accessibility) => Holds($$"""
        partial class Board
        {
            {{accessibility}} partial class Nic
            {
                [OnMigrationEvent(Failed)]
                public void {|NG0002:OnFailed|}() { }

                public class Queue
                {
                    [OnMigrationEvent(Failed)]
                    public void {|NG0002:OnFailed|}() { }
                }
            }
        }
        """);

    [Theory]
    [InlineData("public")]
    [InlineData("internal")]
    [InlineData("protected internal")]
    public Task ANestedTypeThatTheAssemblySeesIsInReach(string accessibility) => Holds($$"""
        class Board
        {
            {{accessibility}} class Nic
            {
                [OnMigrationEvent(Failed)]
                public void OnFailed() { }
            }
        }
        """);

    [Fact]
    public Task AGenericClassHasToBePartial() => Holds("""
        class Nic<T>
        {
            [OnMigrationEvent(Failed)]
            public void {|NG0002:OnFailed|}() { }
        }

        partial class PartialNic<T>
        {
            [OnMigrationEvent(Failed)]
            public void OnFailed() { }
        }

        partial class Board<T>
        {
            public class Slot
            {
                [OnMigrationEvent(Failed)]
                public void {|NG0002:OnFailed|}() { }
            }
        }
        """);

    [Fact]
    public Task APrivateInterfaceMemberNeedsAPartialInterface() => Holds("""
        interface IDevice
        {
            [OnMigrationEvent(Failed)]
            private void {|NG0002:OnFailed|}() { }

            [OnMigrationEvent(Done)]
            void OnDone();
        }

        partial interface IPartialDevice
        {
            [OnMigrationEvent(Failed)]
            private void OnFailed() { }
        }
        """);

    [Fact]
    public Task AStructWithAHiddenStaticHandlerHasToBePartial() => Holds("""
        struct Counters
        {
            [OnMigrationEvent(Done)]
            private static void {|NG0002:OnDone|}() { }
        }
        """);

    [Fact]
    public Task APragmaSuppressesIt() => Holds("""
        class Nic
        {
        #pragma warning disable NG0002 // to be made partial
            [OnMigrationEvent(Failed)]
            private void OnFailed() { }
        #pragma warning restore NG0002
        }
        """);

    [Fact]
    public Task AnEditorconfigMakesItASuggestion() => HoldsWithSeverity(
        "NG0002",
        "suggestion",
        """
        class Nic
        {
            [OnMigrationEvent(Failed)]
            private void {|#0:OnFailed|}() { }
        }
        """,
        new DiagnosticResult("NG0002", Microsoft.CodeAnalysis.DiagnosticSeverity.Info).WithLocation(0));
}

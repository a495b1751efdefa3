using Microsoft.CodeAnalysis.Testing;
using static NotifierGen.Analyzers.Tests.Testing.Rule<NotifierGen.Analyzers.Faults.ThrowingHandlerAnalyzer>;

namespace NotifierGen.Analyzers.Tests.Faults;

/// <summary>NG1008: an exception of a handler that cannot refuse stops nothing.</summary>
public sealed class ThrowingHandlerTests
{
    [Theory]
    [InlineData("Done")]
    [InlineData("PostcopyStart")]
    [InlineData("Failed, Phase.BeforeVmStart")]
    [InlineData("Failed, Phase.AfterVmStart")]
    [InlineData("Reclaimed")]
    [InlineData("IncomingDone")]
    [InlineData("IncomingFailed")]
    public Task AThrowInAHandlerThatCannotRefuseIsReported(string migrationEvent) => Holds(Device(migrationEvent, "{|NG1008:throw|} new NotImplementedException();"));

    [Theory]
    [InlineData("if (_count > 3) { {|NG1008:throw|} new InvalidOperationException(\"no\"); } _count = 0;")]
    [InlineData("_ = _name ?? {|NG1008:throw|} new InvalidOperationException();")]
    [InlineData("_ = _count switch { 1 => 2, _ => {|NG1008:throw|} new ArgumentOutOfRangeException(nameof(_count)) };")]
    [InlineData("{|NG1008:ObjectDisposedException.ThrowIf(_count > 3, this)|};")]
    [InlineData("{|NG1008:ArgumentNullException.ThrowIfNull(_name)|};")]
    [InlineData("{|NG1008:Refuse()|};")]
    [InlineData("{|NG1008:throw|} _fault;")]
    [InlineData("try { {|NG1008:throw|} new InvalidOperationException(); } catch (TimeoutException) { }")]
    [InlineData("try { {|NG1008:throw|} new InvalidOperationException(); } catch (Exception e) when (e is TimeoutException) { }")]
    [InlineData("try { Work(); } catch (TimeoutException e) { {|NG1008:throw|} new InvalidOperationException(\"no\", e); }")]
    [InlineData("try { Work(); } catch (TimeoutException) { } finally { {|NG1008:throw|} new InvalidOperationException(); }")]
    [InlineData("lock (_gate) { using (Open()) { {|NG1008:throw|} new InvalidOperationException(); } }")]
    public Task AnExceptionThatLeavesTheHandlerIsReported(string statements) => Holds(Device("Failed", statements));

    [Theory]
    [InlineData("Work();")]
    [InlineData("try { throw new InvalidOperationException(); } catch { }")]
    [InlineData("try { throw new InvalidOperationException(); } catch (InvalidOperationException) { _count = 1; }")]
    [InlineData("try { throw new ObjectDisposedException(\"\"); } catch (InvalidOperationException) { }")]
    [InlineData("try { try { throw new InvalidOperationException(); } finally { Work(); } } catch (Exception e) { _name = e.Message; }")]
    [InlineData("try { ObjectDisposedException.ThrowIf(_count > 3, this); } catch (ObjectDisposedException) { }")]
    [InlineData("try { Work(); } catch { _count = 0; throw; }")]
    [InlineData("try { Work(); } catch (Exception e) { _count = 0; throw e; }")]
    [InlineData("_ = _count switch { 1 => 2, _ => throw new System.Diagnostics.UnreachableException() };")]
    [InlineData("Action later = () => throw new InvalidOperationException(); _later = later;")]
    [InlineData("void Local() => throw new InvalidOperationException(); _later = Local;")]
    public Task WhatDoesNotLeaveTheHandlerIsFine(string statements) => Holds(Device("Failed", statements));

    [Theory]
    [InlineData("Setup")]
    [InlineData("IncomingSetup")]
    [InlineData("Setup), OnMigrationEvent(Failed")]
    public Task AHandlerThatMayRefuseMayThrow(string migrationEvent) => Holds(Device(migrationEvent, "throw new InvalidOperationException();"));

    [Fact]
    public Task OtherMethodsMayThrow() => Holds("""
        class Nic
        {
            [OnMigrationEvent(Failed)]
            public void OnFailed() => Undo(null);

            private void Undo(string? name) => throw new InvalidOperationException(name);

            public int Size { get => throw new NotSupportedException(); }
        }
        """);

    [Fact]
    public Task EveryMethodThatRunsAsAHandlerIsLookedAt() => Holds("""
        abstract class Device
        {
            [OnMigrationEvent(Failed)]
            public abstract void OnFailed();
        }

        class Nic : Device
        {
            public override void OnFailed() => {|NG1008:throw|} new NotImplementedException();
        }

        interface IUndoes
        {
            [OnMigrationEvent(Reclaimed)]
            void Undo();
        }

        class Disk : IUndoes
        {
            void IUndoes.Undo() => {|NG1008:throw|} new NotImplementedException();
        }

        partial class Clock
        {
            [OnMigrationEvent(Done)]
            public static partial void OnDone();
        }

        partial class Clock
        {
            public static partial void OnDone() => {|NG1008:throw|} new NotImplementedException();
        }
        """);

    [Fact]
    public Task TheMessageNamesTheHandlerAndTheException() => Holds(
        """
        class Nic
        {
            [OnMigrationEvent(Done)]
            public void OnDone() { {|#0:throw|} new NotSupportedException(); }
        }
        """,
        new DiagnosticResult(Descriptors.ThrowingHandler).WithLocation(0).WithArguments("Done", "Nic.OnDone", "NotSupportedException"));

    [Fact]
    public Task APragmaSuppressesIt() => Holds(Device("Done", """

        #pragma warning disable NG1008
                throw new NotSupportedException();
        #pragma warning restore NG1008
        """));

    [Fact]
    public Task AnEditorconfigTurnsItOff() => HoldsWithSeverity("NG1008", "none", Device("Done", "throw new NotSupportedException();"));

    [Theory]
    [InlineData("throw")]
    [InlineData("throw missing")]
    [InlineData("try { {|NG1008:throw|} new NotSupportedException(")]
    public Task HalfTypedCodeDoesNoHarm(string statements) => Survives("""
        class Nic
        {
            [OnMigrationEvent(Done)]
            public void OnDone() {
        """ + statements);

    private static string Device(string migrationEvent, string statements) => $$"""
        #nullable disable warnings
        #pragma warning disable CS0162, CS0184, CS0414

        using System.Diagnostics.CodeAnalysis;

        class Nic
        {
            private readonly object _gate = new();
            private readonly Exception _fault = new();
            private int _count;
            private string? _name;
            private Action? _later;

            [OnMigrationEvent({{migrationEvent}})]
            public void OnEvent()
            {
                {{statements}}
            }

            private void Work() { }
            private IDisposable Open() => null!;
            [DoesNotReturn] private void Refuse() => throw new InvalidOperationException();
        }
        """;
}

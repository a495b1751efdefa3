using NotifierGen.CodeFixes.Effects;
using static NotifierGen.Analyzers.Tests.Effects.CodeFixes.EffectFix<NotifierGen.CodeFixes.Effects.TouchAfterResumeCodeFix>;

namespace NotifierGen.Analyzers.Tests.Effects.CodeFixes;

/// <summary>Where the pausing scope of NG1001's fix comes from.</summary>
public sealed class PauseSearchTests
{
    private const string Fix = nameof(PauseFix);

    [Theory]

    // The handler's own object, inherited and static members too.
    [InlineData("[PausesVm] private IDisposable Pause() => null!;", "", "Pause()")]
    [InlineData("[PausesVm] private IDisposable Paused => null!;", "", "Paused")]
    [InlineData("[PausesVm] private static IDisposable Pause(bool all = true) => null!;", "", "Pause()")]
    [InlineData("[PausesVm] private IDisposable @lock() => null!;", "", "@lock()")]

    // What it holds: by the attribute on the member, on what it implements and on what it overrides.
    [InlineData("private readonly IMachine _machine = null!;", "", "_machine.ObtainPausedState()")]
    [InlineData("private readonly Annotated _annotated = null!;", "", "_annotated.Pause()")]
    [InlineData("private readonly Implementation _machine = null!;", "", "_machine.ObtainPausedState()")]
    [InlineData("private readonly Derived _derived = null!;", "", "_derived.Pause()")]
    [InlineData("private static readonly Annotated s_machine = null!;", "", "s_machine.Pause()")]
    [InlineData("private Annotated Machine => null!;", "", "Machine.Pause()")]
    [InlineData("private readonly Extended _extended = null!;", "", "_extended.PauseAll()")]
    [InlineData("private readonly RefLike _refLike = null!;", "", "_refLike.Pause()")]

    // What may be null is asked.
    [InlineData("private readonly IMachine? _machine;", "", "_machine?.ObtainPausedState()")]
    [InlineData("private readonly IMachine? _a; private readonly IMachine _b = null!;", "", "_b.ObtainPausedState()")]
    [InlineData("private readonly IMachine? _machine;", "if (_machine is null) { return; }", "_machine.ObtainPausedState()")]

    // What it has at hand.
    [InlineData("", "IMachine machine = null!;", "machine.ObtainPausedState()")]
    [InlineData("private Annotated Machine => null!;", "IMachine machine = null!;", "Machine.Pause()")]

    // The order does not depend on that of the declarations.
    [InlineData("private readonly IMachine _b = null!; private readonly Annotated _a = null!;", "", "_a.Pause()")]
    [InlineData("private readonly IMachine _machine = null!; [PausesVm] private IDisposable Pause() => null!;", "", "Pause()")]

    // A nearer name hides a farther one.
    [InlineData("private readonly IMachine machine = null!;", "object machine = this;", "this.machine.ObtainPausedState()")]
    public Task TheNearestIsTaken(string members, string before, string pause) => Mends(
        Fix,
        Device(members, before, "{|NG1001:_cpu.PC|} = 0;"),
        Device(members, before, $$"""
            using ({{pause}})
                    {
                        _cpu.PC = 0;
                    }
            """));

    [Theory]
    [InlineData("", "")]
    [InlineData("private IDisposable Pause() => null!;", "")]
    [InlineData("[PausesVm] private void Pause() { }", "")]
    [InlineData("[PausesVm] private int Pause() => 1;", "")]
    [InlineData("[PausesVm] private IDisposable Pause(int cpu) => null!;", "")]
    [InlineData("[PausesVm] private IDisposable Pause<T>() => null!;", "")]
    [InlineData("private readonly Closed _closed = null!;", "")]
    [InlineData("private readonly Holder _holder = null!;", "")]
    [InlineData("private Annotated Machine { set { } }", "")]
    [InlineData("", "IMachine machine; if (_cpu.Id == 7) { machine = null!; }")]
    [InlineData("", "object machine = this;")]
    public Task WhatCannotPauseHereIsNot(string members, string before) =>
        IsNotOffered(Fix, Device(members, before, "{|NG1001:_cpu.PC|} = 0;"));

    [Fact]
    public Task AStaticHandlerHasNoObjectOfItsOwn() => IsNotOffered(Fix, """
        class Nic(IMachine given)
        {
            private static readonly Cpu s_cpu = new Cpu();
            private readonly IMachine _machine = given;

            [OnMigrationEvent(Failed, Phase.AfterVmStart)]
            public static void OnFailed() => {|NG1001:s_cpu.PC|} = 0;

            public IMachine Given => given;
        }
        """);

    [Fact]
    public Task TheTypeAroundIsAnotherObject() => IsNotOffered(Fix, """
        class Chassis
        {
            private readonly IMachine _machine = null!;

            public class Nic
            {
                private readonly Cpu _cpu = new Cpu();

                [OnMigrationEvent(Failed, Phase.AfterVmStart)]
                public void OnFailed() => {|NG1001:_cpu.PC|} = 0;
            }
        }
        """);

    private static string Device(string members, string before, string body) => $$"""
        class Nic
        {
            private readonly Cpu _cpu = new Cpu();
            {{members}}

            [OnMigrationEvent(Failed, Phase.AfterVmStart)]
            public void OnFailed()
            {
                {{before}};
                {{body}}
            }
        }

        class Annotated { [PausesVm] public Scope Pause() => null!; }
        class Implementation : IMachine { public IDisposable ObtainPausedState() => null!; public void Stop() { } public void Start() { } public int StartAt(int address) => 0; }
        abstract class Base { [PausesVm] public abstract IDisposable Pause(); }
        class Derived : Base { public override IDisposable Pause() => null!; }
        class Extended;
        static class Extensions { [PausesVm] public static IDisposable PauseAll(this Extended extended) => null!; }
        class RefLike { [PausesVm] public RefScope Pause() => default; }
        class Closed { [PausesVm] private Scope Pause() => null!; }
        class Holder { public Annotated Machine => null!; }
        class Scope : IDisposable { public void Dispose() { } }
        ref struct RefScope { public void Dispose() { } }
        """;
}

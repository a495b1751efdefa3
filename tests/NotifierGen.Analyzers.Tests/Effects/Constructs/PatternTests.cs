using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Patterns call getters, Deconstruct, Length, indexers and slices where they are tested.</summary>
public sealed class PatternTests
{
    private const string Window = """
        private sealed class Window(Cpu cpu)
        {
            public int Length => 1;
            public int Size => (int)cpu.Pc;
            public long this[int index] => cpu.Pc;
            public Window this[Range range] { get { cpu.Reset(); return this; } }
            public void Deconstruct(out long pc, out int id) { pc = cpu.Pc; id = cpu.Id; }
        }

        private sealed class Sized(Cpu cpu)
        {
            public int Count { get { cpu.Reset(); return 1; } }
            public int this[int index] => index;
        }

        private Window _window => new Window(_cpu);
        private Sized _sized => new Sized(_cpu);
        """;

    [Theory]
    [InlineData("_ = _cpu is { {|NG1001:Pc|}: 0 };")]
    [InlineData("_ = this is { {|NG1001:_cpu.Pc|}: 0 };")]
    [InlineData("_ = this is { _cpu: { {|NG1001:Halted|}: true } };")]
    [InlineData("if (_cpu is { {|NG1001:Pc|}: > 4 and < 8, Id: 1 }) { }")]
    [InlineData("switch (_cpu) { case { {|NG1001:Pc|}: 0 }: break; }")]
    [InlineData("_ = _cpu switch { { {|NG1001:Flags|}: 0 } => 1, _ => 2 };")]
    public Task APropertyPatternReadsTheProperty(string body) => EnteredRunning(body);

    [Theory]
    [InlineData("_ = _cpu is { Id: 0 };")]
    [InlineData("_ = _cpu is not null;")]
    [InlineData("_ = _cpu is { } known && known.Id == 0;")]
    [InlineData("_ = (object)_cpu is Cpu { Id: 1 };")]
    [InlineData("_ = _mode is > 0 and (1 or 2) or not 7;")]
    [InlineData("_ = _window is { Length: 1 };")]
    public Task WhatAPatternDoesNotReadIsNotTouched(string body) => EnteredRunning(body, Window);

    [Theory]
    [InlineData("_ = _window is {|NG1001:(0, _)|};")]
    [InlineData("_ = _window is { {|NG1001:Size|}: 1 };")]
    [InlineData("_ = _window is [{|NG1001:0|}];")]
    [InlineData("_ = _window is [_, {|NG1001:.. var rest|}];")]
    [InlineData("_ = _sized is {|NG1001:[1]|};")]
    public Task APatternCallsMembersInSource(string body) => EnteredRunning(body, Window);

    [Theory]
    [InlineData("_ = _window is [];")]
    [InlineData("_ = _window is [_, ..];")]
    public Task ADiscardCallsNothing(string body) => EnteredRunning(body, Window);

    [Fact]
    public Task APatternIsTestedBeforeItsGuard() => EnteredStopped("""
        switch (_cpu)
        {
            case { Pc: 0 } when StartNow() > 0:
                {|NG1001:_cpu.Pc|} = 1;
                break;
        }
        """);
}

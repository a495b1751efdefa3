using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Inside one operation: receiver, arguments, right side, and the setter last.</summary>
public sealed class EvaluationOrderTests
{
    private const string Members = """
        private long _slot;
        private Cpu Started() { _machine.Start(); return _cpu; }
        private Cpu Stopped() { _machine.Stop(); return _cpu; }
        private int StopNow() { _machine.Stop(); return 0; }
        private static void Take(long first, long second) { }
        private sealed class Frame { public Frame(long pc = 0) { } public long A { get; set; } public long B { get; set; } }
        private Action Starting() { _machine.Start(); return Work; }
        """;

    [Theory]
    [InlineData("{|NG1001:_cpu.Pc|} = StartNow();")]
    [InlineData("{|NG1001:_cpu[StartNow()]|} = 0;")]
    [InlineData("_ = {|NG1001:_cpu[StartNow()]|};")]
    [InlineData("{|NG1001:_cpu.Pc|} += StartNow();")]
    [InlineData("{|NG1001:Started().Pc|} = 0;")]
    [InlineData("{|NG1001:Started().Reset()|};")]
    [InlineData("_ = StartNow() + {|NG1001:_cpu.Pc|};")]
    [InlineData("Take(StartNow(), {|NG1001:_cpu.Pc|});")]
    [InlineData("Take(second: StartNow(), first: {|NG1001:_cpu.Pc|});")]
    [InlineData("(_slot, {|NG1001:_cpu.Pc|}) = (1, StartNow());")]
    [InlineData("_ = new Frame { A = StartNow(), B = {|NG1001:_cpu.Pc|} };")]
    [InlineData("_ = new Frame(StartNow()) { B = {|NG1001:_cpu.Pc|} };")]
    [InlineData("{|NG1001:_cpu.Trapped|} += Starting();")]
    [InlineData("_ = (StartNow(), {|NG1001:_cpu.Pc|});")]
    [InlineData("_ = $\"{StartNow()}{{|NG1001:_cpu.Pc|}}\";")]
    [InlineData("long[] all = [StartNow(), {|NG1001:_cpu.Pc|}];")]
    [InlineData("_ = StartNow() == {|NG1001:_cpu.Pc|};")]
    public Task WhatRunsAfterTheResumeIsReported(string body) => EnteredStopped(body, Members);

    [Theory]
    [InlineData("_ = _cpu.Pc + StartNow();")]
    [InlineData("Take(_cpu.Pc, StartNow());")]
    [InlineData("Take(second: _cpu.Pc, first: StartNow());")]
    [InlineData("_slot = _cpu.Pc + StartNow();")]
    [InlineData("_ = new Frame(_cpu.Pc) { A = StartNow() };")]
    [InlineData("_ = new Frame { A = _cpu.Pc, B = StartNow() };")]
    [InlineData("(_slot, _mode) = (_cpu.Pc, StartNow());")]
    [InlineData("_ = (_cpu.Pc, StartNow());")]
    [InlineData("_ = $\"{_cpu.Pc}{StartNow()}\";")]
    [InlineData("_cpu.Pc = StartNow() + StopNow();")]
    [InlineData("Stopped().Pc = 0;")]
    [InlineData("_cpu[StopNow()] = 1;")]
    public Task WhatRunsBeforeItIsNot(string body) => EnteredStopped(body, Members);

    [Theory]
    [InlineData("_cpu.Pc = StopNow();")]
    [InlineData("_cpu[StopNow()] = 1;")]
    [InlineData("(_slot, _cpu.Pc) = (1, StopNow());")]
    [InlineData("_ = StopNow() + _cpu.Pc;")]
    public Task APauseOnTheRightSideComesBeforeTheSetter(string body) => EnteredRunning(body, Members);

    [Theory]
    [InlineData("{|NG1001:_cpu.Pc|} += StopNow();")]
    [InlineData("_ = {|NG1001:_cpu.Pc|} + StopNow();")]
    public Task AGetterRunsBeforeTheRightSide(string body) => EnteredRunning(body, Members);

    [Fact]
    public Task ASetterInSourceRunsLast() => EnteredStopped(
        "{|NG1001:Target|} = StartNow();",
        "private long Target { set => _cpu.Pc = value; }");
}

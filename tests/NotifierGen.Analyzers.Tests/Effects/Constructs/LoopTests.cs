using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Loops: what a round leaves behind is what the next one, and the code behind the loop, finds.</summary>
public sealed class LoopTests
{
    [Theory]
    [InlineData("while (_busy) { {|NG1001:_cpu.Pc|} = 0; _machine.Start(); }")]
    [InlineData("do { {|NG1001:_cpu.Pc|} = 0; _machine.Start(); } while (_busy);")]
    [InlineData("for (int i = 0; i < 2; i++) { {|NG1001:_cpu.Pc|} = i; _machine.Start(); }")]
    [InlineData("for (int i = 0; i < 2; i += StartNow()) { {|NG1001:_cpu.Pc|} = i; }")]
    [InlineData("foreach (int pc in new[] { 1, 2 }) { {|NG1001:_cpu.Pc|} = pc; _machine.Start(); }")]
    [InlineData("foreach (int pc in new List<int>()) { {|NG1001:_cpu.Pc|} = pc; _machine.Start(); }")]
    [InlineData("foreach (char c in \"ab\") { {|NG1001:_cpu.Pc|} = c; _machine.Start(); }")]
    public Task AResumeReachesTheNextRound(string body) => EnteredStopped(body);

    [Theory]
    [InlineData("while (_busy) { _machine.Start(); }")]
    [InlineData("do { _machine.Start(); } while (_busy);")]
    [InlineData("for (; _busy;) { _machine.Start(); }")]
    [InlineData("for (; ;) { _machine.Start(); if (_busy) { break; } }")]
    [InlineData("while (StartNow() > 0) { _machine.Stop(); }")]
    [InlineData("while (_busy) { if (_mode == 0) { _machine.Start(); continue; } _machine.Stop(); }")]
    [InlineData("foreach (int pc in new[] { 1, 2 }) { if (pc == 1) { continue; } _machine.Start(); }")]
    public Task AResumeInALoopIsSeenBehindIt(string loop) => EnteredStopped(loop + " {|NG1001:_cpu.Pc|} = 0;");

    [Theory]
    [InlineData("while (_busy) { _cpu.Pc = 0; } _machine.Start();")]
    [InlineData("while (_busy) { _cpu.Pc = 0; _machine.Start(); break; }")]
    [InlineData("while (_busy) { _cpu.Pc = 0; _machine.Start(); _machine.Stop(); }")]
    [InlineData("do { _cpu.Pc = 0; _machine.Start(); } while (false);")]
    [InlineData("do { _machine.Start(); _machine.Stop(); } while (_busy); _cpu.Pc = 0;")]
    [InlineData("for (_cpu.Pc = 0; _busy;) { _machine.Start(); }")]
    [InlineData("for (; ;) { _machine.Start(); _machine.Stop(); if (_busy) { break; } } _cpu.Pc = 0;")]
    [InlineData("foreach (long pc in new[] { _cpu.Pc }) { _machine.Start(); }")]
    [InlineData("for (; ;) { _machine.Start(); if (_busy) { return; } _machine.Stop(); _cpu.Pc = 0; }")]
    public Task ALoopThatTouchesBeforeItResumesIsFine(string body) => EnteredStopped(body);

    [Fact]
    public Task AnInnerLoopsBreakLeavesOnlyTheInnerOne() => EnteredStopped("""
        while (_busy)
        {
            {|NG1001:_cpu.Pc|} = 0;
            while (_busy)
            {
                _machine.Start();
                break;
            }
        }
        """);

    [Fact]
    public Task APauseInALoopMayNeverHappen() => EnteredRunning("while (_busy) { _machine.Stop(); } {|NG1001:_cpu.Pc|} = 0;");

    [Fact]
    public Task TheConditionIsTestedBeforeEachRound() => EnteredStopped("""
        while ({|NG1001:_cpu.Halted|})
        {
            _machine.Start();
        }
        """);

    [Fact]
    public Task TheVariablesOfALoopAreNoState() => EnteredRunning("for (int i = 0; i < _cpu.Id; i++) { _mode += i; }");
}

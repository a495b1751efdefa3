using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Tests and assertions of whether the VM is paused: they hold on their branch until something may have resumed it.</summary>
public sealed class StoppedTestTests
{
    [Theory]
    [InlineData("if (_machine.IsPaused) { _cpu.Pc = 0; }")]
    [InlineData("if (!_machine.IsRunning) { _cpu.Pc = 0; }")]
    [InlineData("if (_machine.IsRunning) { return; } _cpu.Pc = 0;")]
    [InlineData("if (!_machine.IsPaused) { throw new InvalidOperationException(); } _cpu.Pc = 0;")]
    [InlineData("if (_machine.IsPaused == true) { _cpu.Pc = 0; }")]
    [InlineData("if (_machine.IsRunning == false) { _cpu.Pc = 0; }")]
    [InlineData("if (_machine.IsPaused != true) { return; } _cpu.Pc = 0;")]
    [InlineData("if (_machine.IsPaused is true) { _cpu.Pc = 0; }")]
    [InlineData("if (_machine.IsRunning is not true) { _cpu.Pc = 0; }")]
    [InlineData("if (_machine.IsPaused && _cpu.Halted) { _cpu.Pc = 0; }")]
    [InlineData("if (_busy && _machine.IsPaused) { _cpu.Pc = 0; }")]
    [InlineData("if (_machine.IsRunning || _cpu.Halted) { return; } _cpu.Pc = 0;")]
    [InlineData("if (!(_machine.IsRunning || _busy)) { _cpu.Pc = 0; }")]
    [InlineData("_ = _machine.IsPaused ? _cpu.Pc : 0;")]
    [InlineData("_ = _machine.IsPaused && _cpu.Halted;")]
    [InlineData("while (_machine.IsPaused) { _cpu.Pc = 0; }")]
    [InlineData("while (_machine.IsRunning) { Work(); } _cpu.Pc = 0;")]
    [InlineData("if (_machine.IsPaused) { Work(); _cpu.Pc = 0; }")]
    [InlineData("if (_machine.IsRunning) { _machine.Stop(); } _cpu.Pc = 0;")]
    [InlineData("if (IsSafe) { _cpu.Pc = 0; }")]
    [InlineData("if (IsSafeNow()) { _cpu.Pc = 0; }")]
    [InlineData("if (_maybe?.IsPaused == true) { _cpu.Pc = 0; }")]
    [InlineData("if (_maybe?.IsPaused ?? false) { _cpu.Pc = 0; }")]
    [InlineData("switch (_machine.IsPaused) { case true: _cpu.Pc = 0; break; }")]
    [InlineData("_ = _machine.IsPaused switch { true => _cpu.Pc, false => 0 };")]
    [InlineData("if (_machine is { IsPaused: true }) { _cpu.Pc = 0; }")]
    [InlineData("while (true) { if (_machine.IsPaused) { break; } } _cpu.Pc = 0;")]
    public Task ATestHoldsOnItsBranch(string body) => EnteredRunning(
        body,
        "private Machine? _maybe = null; private bool IsSafe => !_machine.IsRunning; private bool IsSafeNow() { return _machine.IsPaused; }");

    [Theory]
    [InlineData("if (false.Equals(IsSafeNow())) { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("if (Convert.ToBoolean(Convert.ToInt32(IsSafeNow()) - 1)) { {|NG1001:_cpu.Pc|} = 0; }")]
    public Task ATestAsAnArgumentIsNotTheAnswer(string body) => EnteredRunning(body, "private bool IsSafeNow() { return _machine.IsPaused; }");

    [Theory]
    [InlineData("if (_machine.IsPaused) { } else { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("if (_machine.IsPaused) { } {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("if (_machine.IsRunning) { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("if (_machine.IsPaused || {|NG1001:_cpu.Halted|}) { }")]
    [InlineData("if (_machine.IsPaused || _busy) { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("if ({|NG1001:_cpu.Halted|} && _machine.IsPaused) { _cpu.Pc = 0; }")]
    [InlineData("_ = _machine.IsPaused ? 0 : {|NG1001:_cpu.Pc|};")]
    [InlineData("while (!_machine.IsPaused) { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("if (_maybe?.IsPaused != false) { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("if (_maybe?.IsPaused != true) { {|NG1001:_cpu.Pc|} = 0; }")]
    public Task OnOtherBranchesItDoesNot(string body) => EnteredRunning(body, "private Machine? _maybe = null;");

    [Theory]
    [InlineData("if (_machine.IsPaused) { _machine.Start(); {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("if (_machine.IsPaused) { StartNow(); {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("if (_machine.IsPaused && StartNow() > 0) { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("while (_machine.IsPaused) { _cpu.Halted = true; _machine.Start(); {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("if (_machine.IsPaused) { using (_machine.Pause()) { _cpu.Pc = 0; } _cpu.Pc = 1; _machine.Start(); {|NG1001:_cpu.Pc|} = 0; }")]
    public Task ATestIsStaleAfterAResume(string body) => EnteredRunning(body);

    [Theory]
    [InlineData("_machine.AssertPaused(); _cpu.Pc = 0;")]
    [InlineData("if (_busy) { _machine.AssertPaused(); _cpu.Pc = 0; }")]
    [InlineData("Check(); _cpu.Pc = 0;")]
    [InlineData("try { _machine.AssertPaused(); _cpu.Pc = 0; } catch (InvalidOperationException) { }")]
    public Task BehindAnAssertionTheVmStands(string body) => EnteredRunning(body, "private void Check() => _machine.AssertPaused();");

    [Theory]
    [InlineData("if (_busy) { _machine.AssertPaused(); } {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("try { _machine.AssertPaused(); } catch (InvalidOperationException) { } {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("try { _machine.AssertPaused(); } finally { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("_machine.AssertPaused(); _machine.Start(); {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("{|NG1001:_cpu.Pc|} = 0; _machine.AssertPaused();")]
    public Task WhereTheAssertionFailedItDoesNot(string body) => EnteredRunning(body);

    [Theory]
    [InlineData("if (_machine.IsPaused) { _machine.Start(); }")]
    [InlineData("_ = _machine.IsPaused;")]
    public Task TheTestItselfIsNoTouch(string body) => EnteredRunning(body);

    [Fact]
    public Task AnOrdinaryBoolSaysNothing() => EnteredRunning(
        "if (_isPaused) { {|NG1001:_cpu.Pc|} = 0; }",
        "private bool _isPaused = false;");

    [Fact]
    public Task AHelperThatAsksMoreThanTheMachineIsNoTest() => EnteredRunning(
        "if (MayTouch()) { {|NG1001:_cpu.Pc|} = 0; }",
        "private bool MayTouch() { if (_busy) { return true; } return _machine.IsPaused; }");

    [Theory]
    [InlineData("bool paused = _machine.IsPaused; if (paused) { _cpu.Pc = 0; }")]
    [InlineData("bool running = _machine.IsRunning; Work(); if (!running) { _cpu.Pc = 0; }")]
    [InlineData("bool safe = !_machine.IsRunning && _busy; if (safe) { _cpu.Pc = 0; }")]
    [InlineData("bool paused = _machine.IsPaused; if (!paused) { return; } using (_machine.Pause()) { } _cpu.Pc = 0;")]
    public Task ALocalKeepsATest(string body) => EnteredRunning(body);

    [Theory]
    [InlineData("bool paused = _machine.IsPaused; if (!paused) { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("bool paused = _machine.IsPaused || _busy; if (paused) { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("bool paused = _machine.IsPaused; paused |= _busy; if (paused) { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("bool paused = _machine.IsPaused; _machine.Start(); if (paused) { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("IDisposable scope = _machine.Pause(); bool paused = _machine.IsPaused; scope.Dispose(); if (paused) { {|NG1001:_cpu.Pc|} = 0; }")]
    public Task ALocalThatSaysSomethingElseDoesNot(string body) => EnteredRunning(body);

    [Theory]
    [InlineData("if (Safe) { _cpu.Pc = 0; }")]
    [InlineData("if (!Unsafe) { _cpu.Pc = 0; }")]
    public Task AGuardMayAskMoreThanTheMachine(string body) => EnteredRunning(
        body, "private bool Safe => !_machine.IsRunning && _busy; private bool Unsafe => _busy || _machine.IsRunning;");

    [Theory]
    [InlineData("if (!Safe) { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("if (Unsafe) { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("if (Starts) { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("if (Safe) { _machine.Start(); {|NG1001:_cpu.Pc|} = 0; }")]
    public Task WhereSuchAGuardSaysNothingOfTheMachineItIsNone(string body) => EnteredRunning(
        body,
        "private bool Safe => !_machine.IsRunning && _busy; private bool Unsafe => _busy || !_machine.IsRunning; private bool Starts => _machine.IsPaused && StartNow() > 0;");
}

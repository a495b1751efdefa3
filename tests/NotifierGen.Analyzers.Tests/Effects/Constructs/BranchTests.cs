using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Branches, short circuits, switches and jumps: each way is followed, and what no way does is not reported.</summary>
public sealed class BranchTests
{
    [Theory]
    [InlineData("if (_busy) { _machine.Start(); } {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("if (_busy) { _machine.Start(); } else { _cpu.Pc = 1; } {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("if (StartNow() > 0) { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("_ = _busy ? StartNow() : 0; {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("_ = StartNow() > 0 ? {|NG1001:_cpu.Pc|} : 0;")]
    [InlineData("_ = Convert.ToBoolean(StartNow()) ? 1 : 0; {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("if (Convert.ToBoolean(StartNow())) { } {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("if (!Convert.ToBoolean(StartNow())) { } {|NG1001:_cpu.Pc|} = 0;")]
    public Task AResumeOnOneBranchIsEnough(string body) => EnteredStopped(body);

    [Theory]
    [InlineData("if (_busy) { _machine.Start(); return; } _cpu.Pc = 0;")]
    [InlineData("if (_busy) { _machine.Start(); } else { _cpu.Pc = 0; }")]
    [InlineData("if (_cpu.Halted) { _machine.Start(); }")]
    [InlineData("if (_busy) { _machine.Start(); throw new InvalidOperationException(); } _cpu.Pc = 0;")]
    [InlineData("if (_busy) { _machine.Start(); _machine.Stop(); } _cpu.Pc = 0;")]
    [InlineData("_ = _busy ? StartNow() : _cpu.Pc;")]
    public Task OtherBranchesAreFine(string body) => EnteredStopped(body);

    [Theory]
    [InlineData("_ = _busy && StartNow() > 0; {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("_ = _busy || StartNow() > 0; {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("_ = StartNow() > 0 && {|NG1001:_cpu.Halted|};")]
    [InlineData("_ = StartNow() > 0 || {|NG1001:_cpu.Halted|};")]
    [InlineData("_ = StartNow() > 0 & {|NG1001:_cpu.Halted|};")]
    [InlineData("if (StartNow() > 0 && {|NG1001:_cpu.Halted|}) { }")]
    public Task AShortCircuitMayRunItsRightSide(string body) => EnteredStopped(body);

    [Theory]
    [InlineData("_ = _cpu.Halted && StartNow() > 0;")]
    [InlineData("_ = _cpu.Halted || StartNow() > 0;")]
    [InlineData("if (_cpu.Halted && StartNow() > 0) { }")]
    [InlineData("_ = _cpu.Halted & StartNow() > 0;")]
    public Task TheLeftSideRunsFirst(string body) => EnteredStopped(body);

    [Theory]
    [InlineData("_spare?.Start(); {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("_ = _name ?? Named(); {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("_name ??= Named(); {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("_ = _name?.PadLeft(StartNow()); {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("_ = Maybe()?.Length; {|NG1001:_cpu.Pc|} = 0;")]
    public Task NullMayOrMayNotBe(string body) => EnteredStopped(
        body,
        "private Machine? _spare; private string? _name; private string Named() { _machine.Start(); return \"\"; } private string? Maybe() { _machine.Start(); return null; }");

    [Theory]
    [InlineData("_cpus?.Reset(); _machine.Start();")]
    [InlineData("_ = _cpus?.Pc ?? StartNow();")]
    [InlineData("_pc ??= _cpu.Pc; _machine.Start();")]
    public Task NullConditionalsRunFromLeftToRight(string body) => EnteredStopped(body, "private Cpu? _cpus = null; private long? _pc;");

    [Theory]
    [InlineData("switch (_mode) { case 1: _machine.Start(); break; case 2: break; } {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("switch (_mode) { case 1: _machine.Start(); goto case 2; case 2: {|NG1001:_cpu.Pc|} = 0; break; }")]
    [InlineData("switch (_mode) { case 1: _machine.Start(); goto default; default: {|NG1001:_cpu.Pc|} = 0; break; }")]
    [InlineData("switch (StartNow()) { case 1: {|NG1001:_cpu.Pc|} = 0; break; }")]
    [InlineData("switch (_mode) { case > 0 when StartNow() > 5: break; case 2: {|NG1001:_cpu.Pc|} = 0; break; }")]
    [InlineData("_ = _mode switch { 1 => StartNow(), _ => 0 }; {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("_ = StartNow() switch { 1 => {|NG1001:_cpu.Pc|}, _ => 0 };")]
    [InlineData("_ = _mode switch { > 0 when StartNow() > 5 => 0, _ => {|NG1001:_cpu.Pc|} };")]
    [InlineData("switch (_mode) { case 0 when StartNow() > 5: break; case >= 0: {|NG1001:_cpu.Pc|} = 0; break; }")]
    [InlineData("switch (_mode) { case 0 when StartNow() > 5: break; case > 5: break; default: {|NG1001:_cpu.Pc|} = 0; break; }")]
    [InlineData("switch (_mode) { case 0 when StartNow() > 5: break; case 1: case > 5: break; } {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("switch ((object)_mode) { case 0 when StartNow() > 5: break; case not 0L: {|NG1001:_cpu.Pc|} = 0; break; }")]
    [InlineData("_ = _mode switch { > 0 and < 3 when StartNow() > 5 => 0, 2 => {|NG1001:_cpu.Pc|}, _ => 1 };")]
    public Task ASwitchResumesInOneOfItsArms(string body) => EnteredStopped(body);

    [Theory]
    [InlineData("switch (_mode) { case 1: _machine.Start(); break; case 2: _cpu.Pc = 0; break; default: _cpu.Reset(); break; }")]
    [InlineData("switch (_mode) { case 1: _machine.Start(); return; } _cpu.Pc = 0;")]
    [InlineData("switch (_cpu.Pc) { case 1: _machine.Start(); break; }")]
    [InlineData("switch (_mode) { case > 0 when _cpu.Halted: _machine.Start(); break; }")]
    [InlineData("switch (_mode) { default: _machine.Stop(); break; case 1: _machine.Stop(); break; } _cpu.Pc = 0;")]
    [InlineData("_ = _mode switch { 1 => StartNow(), 2 => _cpu.Pc, _ => 0 };")]
    [InlineData("_ = _cpu.Pc switch { 1 => StartNow(), _ => 0 };")]
    [InlineData("switch (_mode) { case 0 when StartNow() > 5: break; case > 0: _cpu.Pc = 0; break; }")]
    [InlineData("switch (_mode) { case 0 when StartNow() > 5: break; case 1 when _busy: break; case not 0: _cpu.Pc = 0; break; }")]
    [InlineData("switch (_mode) { case > 0 when StartNow() > 5: break; case 0: case -1: _cpu.Pc = 0; break; }")]
    [InlineData("_ = _mode switch { 7 when StartNow() > 5 => 0, < 3 or > 8 => _cpu.Pc, _ => 1 };")]
    public Task TheArmsOfASwitchDoNotMix(string body) => EnteredStopped(body);

    [Fact]
    public Task AJumpForwardSkipsTheResume() => EnteredStopped("""
        if (_busy)
        {
            goto End;
        }

        _machine.Start();
        return;

        End:
        _cpu.Pc = 0;
        """);

    [Fact]
    public Task AJumpForwardTakesTheResumeAlong() => EnteredStopped("""
        if (_busy)
        {
            _machine.Start();
            goto End;
        }

        _cpu.Pc = 1;

        End:
        {|NG1001:_cpu.Pc|} = 0;
        """);

    [Fact]
    public Task AJumpBackIsALoop() => EnteredStopped("""
        Again:
        {|NG1001:_cpu.Pc|} = 0;
        _machine.Start();
        if (_busy)
        {
            goto Again;
        }
        """);
}

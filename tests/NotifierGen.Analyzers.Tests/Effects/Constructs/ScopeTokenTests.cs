using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Where a pausing scope goes: a local is followed exactly, one that escapes may be disposed of by anybody.</summary>
public sealed class ScopeTokenTests
{
    [Theory]
    [InlineData("using (Halt()) { _cpu.Pc = 0; } {|NG1001:_cpu.Pc|} = 1;")]
    [InlineData("using (HaltByLocal()) { _cpu.Pc = 0; } {|NG1001:_cpu.Pc|} = 1;")]
    [InlineData("using (HaltTwice()) { _cpu.Pc = 0; } {|NG1001:_cpu.Pc|} = 1;")]
    [InlineData("IDisposable pause = Halt(); _cpu.Pc = 0; pause.Dispose(); {|NG1001:_cpu.Pc|} = 1;")]
    [InlineData("IDisposable pause; pause = Halt(); _cpu.Pc = 0; pause.Dispose(); {|NG1001:_cpu.Pc|} = 1;")]
    [InlineData("using (Halting) { _cpu.Pc = 0; } {|NG1001:_cpu.Pc|} = 1;")]
    public Task AScopeThatIsReturnedIsTheCallers(string body) => EnteredRunning(
        body,
        """
        private IDisposable Halting => _machine.ObtainPausedState();
        private IDisposable Halt() => _machine.ObtainPausedState();
        private IDisposable HaltByLocal() { IDisposable pause = _machine.ObtainPausedState(); Work(); return pause; }
        private IDisposable HaltTwice() => Halt();
        """);

    [Fact]
    public Task AScopeThatIsReturnedOnOnePathOnlyMayBeNone() => EnteredRunning(
        "using (MayHalt()) { {|NG1001:_cpu.Pc|} = 0; }",
        "private IDisposable? MayHalt() => _busy ? _machine.ObtainPausedState() : null;");

    [Fact]
    public Task AHelperThatEndsItsScopeReturnsNone() => EnteredRunning(
        "IDisposable ended = Halted(); {|NG1001:_cpu.Pc|} = 0; ended.Dispose();",
        "private IDisposable Halted() { IDisposable pause = _machine.ObtainPausedState(); pause.Dispose(); return pause; }");

    [Fact]
    public Task EachLocalHasAScopeOfItsOwn() => EnteredRunning("""
        IDisposable outer = _machine.ObtainPausedState();
        IDisposable inner = _machine.ObtainPausedState();
        inner.Dispose();
        _cpu.Pc = 0;
        outer.Dispose();
        {|NG1001:_cpu.Pc|} = 1;
        """);

    [Fact]
    public Task DisposingOnOneBranchEndsItThere() => EnteredRunning("""
        IDisposable pause = _machine.ObtainPausedState();
        if (_busy)
        {
            pause.Dispose();
            return;
        }

        _cpu.Pc = 0;
        """);

    [Fact]
    public Task DisposingOnOneBranchMayEndItBehind() => EnteredRunning("""
        IDisposable pause = _machine.ObtainPausedState();
        if (_busy)
        {
            pause.Dispose();
        }

        {|NG1001:_cpu.Pc|} = 0;
        """);

    /// <summary>Captured, stored or handed on: its disposal may resume the VM.</summary>
    [Theory]
    [InlineData("IDisposable pause = _machine.ObtainPausedState(); void End() => pause.Dispose(); _cpu.Pc = 0; End(); {|NG1001:_cpu.Pc|} = 1;")]
    [InlineData("_pause = _machine.ObtainPausedState(); _cpu.Pc = 0; _pause.Dispose(); {|NG1001:_cpu.Pc|} = 1;")]
    [InlineData("_pause = _machine.ObtainPausedState(); _cpu.Pc = 0; Drop(); {|NG1001:_cpu.Pc|} = 1;")]
    [InlineData("IDisposable pause = _machine.ObtainPausedState(); _cpu.Pc = 0; End(pause); {|NG1001:_cpu.Pc|} = 1;")]
    [InlineData("Begin(out IDisposable pause); _cpu.Pc = 0; pause.Dispose(); {|NG1001:_cpu.Pc|} = 1;")]
    public Task AScopeThatEscapesMayBeEndedByAnybody(string body)
    {
        var test = Of(
            "Failed, Phase.AfterVmStart",
            body,
            """
            private IDisposable? _pause;
            private void Drop() => _pause?.Dispose();
            private void Begin(out IDisposable pause) => pause = _machine.ObtainPausedState();
            private static void End(IDisposable pause) => pause.Dispose();
            """);

        // That the scope escapes is told at the place where it does (UndecidedTests).
        test.DisabledDiagnostics.Add("NG1099");
        return Run(test);
    }

    [Fact]
    public Task AHelperThatOnlyLooksAtTheScopeDoesNotEndIt() => EnteredRunning(
        "using IDisposable pause = _machine.ObtainPausedState(); _ = Describe(pause); _cpu.Pc = 0;",
        "private static string Describe(object pause) => pause.GetType().Name;");

    [Fact]
    public Task AFieldThatNeverHoldsAScopeResumesNothing() => EnteredStopped(
        "_stream?.Dispose(); _cpu.Pc = 0;",
        "private System.IO.MemoryStream? _stream = new System.IO.MemoryStream();");
}

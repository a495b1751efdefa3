using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>using in all of its forms: the vCPUs stand still until the scope is disposed of, and then do what they did before.</summary>
public sealed class PausingScopeTests
{
    [Theory]
    [InlineData("using (_machine.ObtainPausedState()) { _cpu.Pc = 0; } {|NG1001:_cpu.Pc|} = 1;")]
    [InlineData("using (IDisposable pause = _machine.ObtainPausedState()) { _cpu.Pc = 0; } {|NG1001:_cpu.Pc|} = 1;")]
    [InlineData("using (PausedState pause = _machine.Pause()) { _cpu.Pc = 0; } {|NG1001:_cpu.Pc|} = 1;")]
    [InlineData("{ using IDisposable pause = _machine.ObtainPausedState(); _cpu.Pc = 0; } {|NG1001:_cpu.Pc|} = 1;")]
    [InlineData("{|NG1001:_cpu.Pc|} = 1; using var pause = _machine.Pause(); _cpu.Pc = 0;")]
    [InlineData("using (_machine.Pause()) using (_machine.Pause()) { _cpu.Pc = 0; } {|NG1001:_cpu.Pc|} = 1;")]
    public Task AScopeHoldsUntilItEnds(string body) => EnteredRunning(body);

    [Theory]
    [InlineData("using (_machine.ObtainPausedState()) { _cpu.Pc = 0; } _cpu.Pc = 1;")]
    [InlineData("using (_machine.ObtainPausedState()) { } _cpu.Pc = 1;")]
    [InlineData("IDisposable pause = _machine.ObtainPausedState(); try { _cpu.Pc = 0; } finally { pause.Dispose(); } _cpu.Pc = 1;")]
    public Task AScopeThatBeganWhileTheVmStoodResumesNothing(string body) => EnteredStopped(body);

    [Fact]
    public Task OnlyTheOutermostScopeResumes() => EnteredRunning("""
        using (_machine.ObtainPausedState())
        {
            using (_machine.ObtainPausedState())
            {
            }

            _cpu.Pc = 0;
        }

        {|NG1001:_cpu.Pc|} = 1;
        """);

    [Theory]
    [InlineData("using (_machine.Pause()) { if (_busy) { return; } _cpu.Pc = 0; }")]
    [InlineData("using (_machine.Pause()) { while (_busy) { _cpu.Pc = 0; } }")]
    [InlineData("while (_busy) { using (_machine.Pause()) { _cpu.Pc = 0; continue; } }")]
    [InlineData("using (_machine.Pause()) { try { Work(); } catch { _cpu.Pc = 0; } }")]
    [InlineData("using (_machine.Pause()) { try { Work(); } finally { _cpu.Pc = 0; } }")]
    [InlineData("using (_machine.Pause()) { Zero(); }")]
    public Task NothingInsideAScopeIsReported(string body) => EnteredRunning(body, "private void Zero() => _cpu.Pc = 0;");

    [Theory]
    [InlineData("using (_machine.Pause()) { _machine.Start(); {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("try { using (_machine.Pause()) { Work(); } } catch { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("try { using (_machine.Pause()) { Work(); } } finally { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("while (_busy) { using (_machine.Pause()) { _cpu.Pc = 0; } {|NG1001:_cpu.Halted|} = true; }")]
    [InlineData("using (_busy ? _machine.Pause() : null) { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("using (_other) { {|NG1001:_cpu.Pc|} = 0; }")]
    public Task WhereTheScopeDoesNotHoldItIs(string body) => EnteredRunning(body, "private IDisposable? _other = null;");

    [Fact]
    public Task WithoutAMachineThereIsNothingToPause() => EnteredRunning(
        "using (_maybe?.ObtainPausedState()) { _cpu.Pc = 0; }",
        "private Machine? _maybe = null;");

    [Theory]
    [InlineData("IDisposable pause = _machine.ObtainPausedState(); try { _cpu.Pc = 0; } finally { pause.Dispose(); } {|NG1001:_cpu.Pc|} = 1;")]
    [InlineData("IDisposable pause = _machine.ObtainPausedState(); _cpu.Pc = 0; pause.Dispose(); {|NG1001:_cpu.Pc|} = 1;")]
    [InlineData("PausedState pause = _machine.Pause(); _cpu.Pc = 0; ((IDisposable)pause).Dispose(); {|NG1001:_cpu.Pc|} = 1;")]
    [InlineData("IDisposable? pause = null; try { pause = _machine.Pause(); _cpu.Pc = 0; } finally { pause?.Dispose(); } {|NG1001:_cpu.Pc|} = 1;")]
    [InlineData("_machine.Stop(); _cpu.Pc = 0; _machine.Start(); {|NG1001:_cpu.Pc|} = 1;")]
    public Task DisposingByHandEndsTheScope(string body) => EnteredRunning(body);

    [Fact]
    public Task AScopeThatIsNeverDisposedOfHolds() => EnteredRunning("IDisposable pause = _machine.ObtainPausedState(); _cpu.Pc = 0;");

    [Theory]
    [InlineData("ZeroAsync().Wait();")]
    [InlineData("ZeroAsync().GetAwaiter().GetResult();")]
    public Task AnAsynchronousScopeHoldsUntilItsDisposalIsAwaited(string body) => EnteredRunning(
        body,
        """
        private async Task ZeroAsync()
        {
            await using (_machine.Pause())
            {
                _cpu.Pc = 0;
            }

            await using PausedState again = _machine.Pause();
            _cpu.Pc = 1;
        }
        """);

    [Fact]
    public Task BehindAnAsynchronousScopeTheVmRunsAgain() => EnteredRunning(
        "{|NG1001:ZeroAsync()|}.Wait();",
        """
        private async Task ZeroAsync()
        {
            await using (_machine.Pause())
            {
            }

            _cpu.Pc = 1;
        }
        """);

    [Fact]
    public Task WhatAScopesOwnClassDoesToEndItDoesNotCount() => EnteredStopped(
        "using (Halt()) { _cpu.Pc = 0; } _cpu.Pc = 1;",
        """
        [PausesVm]
        private Halting Halt() => new Halting(_machine);

        private sealed class Halting(Machine machine) : IDisposable
        {
            public void Dispose() => machine.Start();
        }
        """);

    [Fact]
    public Task ADisposableWithoutFactsDoesWhatItsBodyDoes() => EnteredStopped(
        "using (new Restart(_machine)) { _cpu.Pc = 0; } {|NG1001:_cpu.Pc|} = 1;",
        """
        private sealed class Restart(Machine machine) : IDisposable
        {
            public void Dispose() => machine.Start();
        }
        """);

    [Fact]
    public Task ARefStructIsDisposedOfByItsShape() => EnteredStopped(
        "using (Restart restart = new Restart(_machine)) { _cpu.Pc = 0; } {|NG1001:_cpu.Pc|} = 1;",
        "private readonly ref struct Restart(Machine machine) { private readonly Machine _machine = machine; public void Dispose() => _machine.Start(); }");

    [Theory]
    [InlineData("Func<IDisposable> pause = _machine.ObtainPausedState; using (pause()) { _cpu.Pc = 0; }")]
    [InlineData("Func<IDisposable> pause = () => _machine.ObtainPausedState(); using IDisposable scope = pause(); _cpu.Pc = 0;")]
    [InlineData("using (Pause(_machine.ObtainPausedState)) { _cpu.Pc = 0; }")]
    public Task ADelegateMayBeginTheScope(string body) => EnteredRunning(body, "private static IDisposable Pause(Func<IDisposable> pause) => pause();");

    [Theory]
    [InlineData("Func<IDisposable> pause = _machine.ObtainPausedState; using (pause()) { } {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("Func<IDisposable> pause = _machine.ObtainPausedState; pause(); {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("Func<IDisposable> nothing = () => null!; using (nothing()) { {|NG1001:_cpu.Pc|} = 0; }")]
    public Task WithoutTheScopeItDoesNotPause(string body) => EnteredRunning(body);
}

using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>try, catch, finally and filters: an exception leaves from anywhere, and takes the state along.</summary>
public sealed class TryTests
{
    [Theory]
    [InlineData("try { _machine.Start(); Work(); } catch (Exception) { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("try { _machine.Start(); Work(); } catch { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("try { _machine.Start(); Work(); } catch (InvalidOperationException) { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("try { Work(); _machine.Start(); } catch { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("try { StartNow(); _machine.Stop(); } catch { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("try { _machine.Start(); Work(); _machine.Stop(); } catch { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("try { _machine.Start(); throw new InvalidOperationException(); } catch (InvalidOperationException) { {|NG1001:_cpu.Pc|} = 0; }")]
    public Task AResumeInATryReachesItsCatch(string body) => EnteredStopped(body);

    [Theory]
    [InlineData("try { Work(); } catch { _cpu.Pc = 0; } _machine.Start();")]
    [InlineData("try { Work(); } catch { _machine.Start(); throw; } _cpu.Pc = 0;")]
    [InlineData("try { Work(); } catch { _machine.Start(); return; } _cpu.Pc = 0;")]
    [InlineData("try { _machine.Start(); Work(); } catch { _machine.Stop(); _cpu.Pc = 0; }")]
    [InlineData("try { Work(); } catch (InvalidOperationException) { _machine.Start(); } catch (Exception) { _cpu.Pc = 0; }")]
    public Task ACatchWithoutAResumeBeforeItIsFine(string body) => EnteredStopped(body);

    [Theory]
    [InlineData("try { Work(); } catch { _machine.Start(); } {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("try { _machine.Start(); } finally { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("try { Work(); } finally { _machine.Start(); } {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("try { _machine.Start(); return; } finally { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("try { Work(); } catch { _machine.Start(); throw; } finally { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("try { try { _machine.Start(); Work(); } finally { Work(); } } catch { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("try { try { _machine.Start(); Work(); } finally { _machine.Stop(); } } catch { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("while (_busy) { try { _machine.Start(); break; } finally { {|NG1001:_cpu.Pc|} = 0; } }")]
    public Task AResumeReachesWhatRunsAfterIt(string body) => EnteredStopped(body);

    [Theory]
    [InlineData("try { _machine.Start(); goto End; } finally { Work(); } End: {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("try { throw new InvalidOperationException(); } catch (Exception) when (StartNow() < 0) { } finally { {|NG1001:_cpu.Pc|} = 0; }")]
    public Task AFinallyRunsOnTheWayOfAJumpOrAnUncaughtException(string body) => EnteredStopped(body);

    [Theory]
    [InlineData("try { _machine.Start(); Work(); } finally { _machine.Stop(); } _cpu.Pc = 0;")]
    [InlineData("try { _cpu.Pc = 0; } finally { _machine.Start(); }")]
    [InlineData("try { _machine.Stop(); _cpu.Pc = 0; } finally { _machine.Start(); }")]
    [InlineData("try { try { _machine.Start(); Work(); } finally { _machine.Stop(); } } catch { _machine.AssertPaused(); _cpu.Pc = 0; }")]
    [InlineData("try { Work(); if (_busy) { return; } } finally { _cpu.Pc = 0; _machine.Start(); }")]
    public Task AFinallyMendsEveryWayOut(string body) => EnteredStopped(body);

    [Fact]
    public Task OnlyTheWayThatResumedLeavesTheFinallyWithIt() => EnteredStopped("""
        try
        {
            if (_busy)
            {
                _machine.Start();
                return;
            }
        }
        finally
        {
            Work();
        }

        _cpu.Pc = 0;
        """);

    [Theory]
    [InlineData("try { _machine.Start(); Work(); } catch (Exception) when ({|NG1001:_cpu.Halted|}) { }")]
    [InlineData("try { Work(); } catch (Exception) when (StartNow() > 0) { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("try { Work(); } catch (InvalidOperationException) when (StartNow() > 0) { } catch (Exception) { {|NG1001:_cpu.Pc|} = 0; }")]
    public Task AFilterRunsInTheStateThatWasThrown(string body) => EnteredStopped(body);

    [Theory]
    [InlineData("try { Work(); } catch (Exception) when (_cpu.Halted) { _machine.Start(); }")]
    [InlineData("try { Work(); } catch (Exception) when (_busy) { _cpu.Pc = 0; }")]
    public Task AFilterInTheStoppedStateIsFine(string body) => EnteredStopped(body);

    [Fact]
    public Task AFilterRunsBeforeTheInnerFinally() => EnteredStopped("""
        try
        {
            try
            {
                _machine.Start();
                Work();
            }
            finally
            {
                _machine.Stop();
            }
        }
        catch (Exception) when ({|NG1001:_cpu.Halted|})
        {
        }
        """);

    [Fact]
    public Task AnExceptionOfACalleeTakesItsStateAlong() => EnteredStopped(
        """
        try
        {
            Restart();
        }
        catch
        {
            {|NG1001:_cpu.Pc|} = 0;
        }
        """,
        "private void Restart() { _machine.Start(); try { Work(); } finally { Work(); } _machine.Stop(); }");

    [Fact]
    public Task ACalleeThatCatchesItselfThrowsNothingRunning() => EnteredStopped(
        "Restart(); _cpu.Pc = 0;",
        "private void Restart() { try { _machine.Start(); Work(); } catch { } finally { _machine.Stop(); } }");

    [Fact]
    public Task ALockLeavesTheStateAlone() => EnteredStopped("lock (_cpu) { _cpu.Pc = 0; _machine.Start(); } {|NG1001:_cpu.Pc|} = 1;");
}

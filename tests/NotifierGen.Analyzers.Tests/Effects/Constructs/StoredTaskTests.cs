using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>A task that is kept runs on its own, unless the same body waits for it on every path before the VM is resumed.</summary>
public sealed class StoredTaskTests
{
    private const string Bodies = """
        private Task? _task;
        private async Task ZeroAsync() { await Task.Yield(); _cpu.Pc = 0; }
        private async Task<long> ReadAsync() { await Task.Yield(); return _cpu.Pc; }
        private async Task BothAsync() { Task zero = ZeroAsync(); await zero; }
        private async Task AllAsync() { Task zero = ZeroAsync(); Task read = ReadAsync(); await Task.WhenAll(zero, read); }
        private async Task IdleAsync() => await Task.Yield();
        private async Task StartAsync() { _machine.Start(); await Task.Yield(); }
        private event Action Left { add { } remove { _machine.Start(); } }
        private async Task LateAsync() { Task zero = ZeroAsync(); _machine.Start(); await zero; }
        """;

    [Theory]
    [InlineData("Task zero = ZeroAsync(); zero.Wait();")]
    [InlineData("Task zero = ZeroAsync(); _mode++; zero.Wait();")]
    [InlineData("Task<long> read = ReadAsync(); _ = read.Result;")]
    [InlineData("Task zero = ZeroAsync(); zero.GetAwaiter().GetResult();")]
    [InlineData("Task zero = ZeroAsync(); Task.WaitAll(zero);")]
    [InlineData("BothAsync().Wait();")]
    [InlineData("AllAsync().Wait();")]
    public Task WaitedForInTheSameBodyItIsAwaited(string body) => EnteredStopped(body, Bodies);

    [Theory]
    [InlineData("Task zero = {|NG1003:ZeroAsync()|};")]
    [InlineData("Task zero = {|NG1003:ZeroAsync()|}; _machine.Start(); zero.Wait();")]
    [InlineData("Task zero = {|NG1003:ZeroAsync()|}; if (_busy) { return; } zero.Wait();")]
    [InlineData("Task zero = {|NG1003:ZeroAsync()|}; if (_busy) { zero.Wait(); }")]
    [InlineData("_task = {|NG1003:ZeroAsync()|};")]
    [InlineData("{|NG1003:LateAsync()|}.Wait();")]
    public Task OtherwiseItRunsLater(string body) => EnteredStopped(body, Bodies);

    [Theory]
    [InlineData("Task zero = {|NG1001:ZeroAsync()|}; zero.Wait();")]
    [InlineData("{|NG1001:BothAsync()|}.Wait();")]
    public Task WaitedForItTouchesInTheStateOfTheHandler(string body) => EnteredRunning(body, Bodies);

    [Theory]
    [InlineData("using (_machine.Pause()) { Task zero = ZeroAsync(); zero.Wait(); }")]
    public Task WithinAPauseItIsFine(string body) => EnteredRunning(body, Bodies);

    [Theory]
    [InlineData("Task zero = Task.Run({|NG1003:() => _cpu.Pc = 0|}); Task.WaitAll(zero, Task.Run(() => { }));")]
    [InlineData("Task zero = Task.Run({|NG1003:() => _cpu.Pc = 0|}); Task.WaitAll([zero, Task.Run(Work)]);")]
    [InlineData("Task zero = {|NG1003:ZeroAsync()|}; Task.WhenAll(zero, Task.Run(Work)).Wait();")]
    public Task AnExceptionBeforeTheWaitLeavesItRunning(string body) => EnteredStopped(body, Bodies);

    [Theory]
    [InlineData("Task zero = Task.Run(() => _cpu.Pc = 0); Task.WaitAll(zero);")]
    [InlineData("Task zero = Task.Run(() => _cpu.Pc = 0); Task.WaitAll([zero]);")]
    [InlineData("Task work = Task.Run(Work); Task.WaitAll(work, Task.Run(() => _cpu.Pc = 0));")]
    public Task NothingCanThrowBeforeTheWait(string body) => EnteredStopped(body, Bodies);

    [Theory]
    [InlineData("Task[] all = [Task.Run(() => _cpu.Pc = 0), ZeroAsync()]; Task.WaitAll(all);")]
    [InlineData("var all = new[] { ZeroAsync(), ReadAsync() }; Task.WhenAll(all).Wait();")]
    [InlineData("Task zero = ZeroAsync(); try { Work(); } finally { zero.Wait(); }")]
    [InlineData("Task zero = Task.Run(() => _cpu.Pc = 0); try { if (_busy) { return; } Work(); } finally { zero.Wait(); }")]
    [InlineData("Task zero = ZeroAsync(); try { Work(); } catch (Exception) { throw; } finally { zero.Wait(); _machine.Start(); }")]
    public Task WaitedForInAnyCaseItIsAwaited(string body) => EnteredStopped(body, Bodies);

    [Theory]
    [InlineData("Task[] all = [{|NG1003:ZeroAsync()|}, Task.Run({|NG1003:() => _cpu.Pc = 0|})]; Work(); Task.WaitAll(all);")]
    [InlineData("Task[] all = [{|NG1003:ZeroAsync()|}]; if (_busy) { Task.WaitAll(all); }")]
    [InlineData("Task zero = {|NG1003:ZeroAsync()|}; Work(); try { Work(); } finally { zero.Wait(); }")]
    [InlineData("Task zero = {|NG1003:ZeroAsync()|}; try { Work(); } finally { Work(); zero.Wait(); }")]
    [InlineData("Task zero = {|NG1003:ZeroAsync()|}; try { zero.Wait(); } catch (Exception) { }")]
    public Task WaitedForOnlyPerhapsItRunsLater(string body) => EnteredStopped(body, Bodies);

    [Theory]
    [InlineData("Task zero = {|NG1001:ZeroAsync()|}; try { _machine.Start(); } finally { zero.Wait(); }")]
    [InlineData("Task zero = {|NG1001:ZeroAsync()|}; try { if (_busy) { _machine.Start(); Work(); return; } } finally { zero.Wait(); }")]
    [InlineData("Task start = Task.Run(_machine.Start); try { {|NG1001:_cpu.Pc|} = 0; } finally { start.Wait(); }")]
    public Task ItRunsAnywhereBeforeTheWait(string body) => EnteredStopped(body, Bodies);

    [Theory]
    [InlineData("Task stop = Task.Run(_machine.Stop); {|NG1001:cpu.Flags|} = 0; stop.Wait();")]
    [InlineData("Task stop = Task.Run(_machine.Stop); try { {|NG1001:_cpu.Pc|} = 0; } finally { stop.Wait(); }")]
    [InlineData("Task stop = Task.Run(_machine.Stop); cpu = cpu; stop.Wait(); _cpu.Pc = 0;")]
    [InlineData("Task stop = Task.Run(_machine.Stop); stop.Wait(); _cpu.Pc = 0;")]
    [InlineData("Task stop = Task.Run(_machine.Stop); try { Work(); } finally { stop.Wait(); } _cpu.Pc = 0;")]
    public Task ItMayNotHaveRunBeforeTheWait(string body) => EnteredRunning(body, Bodies);

    // What pauses may have run before what resumes.
    [Theory]
    [InlineData("Task pause = Task.Run(() => _machine.Stop()); try { _machine.Start(); } finally { pause.Wait(); } {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("Task pause = Task.Run(() => _machine.Stop()); try { Task.Run(Work).Wait(); _machine.Start(); } finally { pause.Wait(); } {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("Task pause = Task.Run(() => _machine.Stop()); Left -= Work; pause.Wait(); {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("Task pause = Task.Run(() => _machine.Stop()); Task other = StartAsync(); pause.Wait(); {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("Task pause = Task.Run(() => _machine.Stop()); Task other = StartAsync(); pause.Wait(); other.Wait(); {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("Task outer = Task.Run(() => _machine.Stop()); try { Task inner = Task.Run(() => _machine.Stop()); try { _machine.Start(); } finally { inner.Wait(); } } finally { outer.Wait(); } {|NG1001:_cpu.Pc|} = 0;")]
    public Task WhatHappensInBetweenMayUndoIt(string body) => EnteredStopped(body, Bodies);

    [Theory]
    [InlineData("Task pause = Task.Run(() => _machine.Stop()); try { Work(); } finally { pause.Wait(); } _cpu.Pc = 0;")]
    [InlineData("Task pause = Task.Run(() => _machine.Stop()); _mode++; pause.Wait(); _cpu.Pc = 0;")]
    [InlineData("Task pause = Task.Run(() => _machine.Stop()); Task idle = IdleAsync(); Task.WaitAll(pause, idle); _cpu.Pc = 0;")]
    public Task OtherwiseItHasRunAfterTheWait(string body) => EnteredRunning(body, Bodies);
}

using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Async code: what the handler waits for keeps the state, what it drops goes on later.</summary>
public sealed class AsyncTests
{
    private const string Bodies = """
        private async Task ZeroAsync() { await Task.Yield(); _cpu.Pc = 0; }
        private async Task EarlyAsync() { _cpu.Pc = 0; await Task.Yield(); }
        private async void Zero() { await Task.Yield(); _cpu.Pc = 0; }
        private async Task<long> ReadAsync() { await Task.Delay(1); return _cpu.Pc; }
        private async ValueTask ValueAsync() { await Task.Yield(); _cpu.Pc = 0; }
        private async Task OuterAsync() { await ZeroAsync(); Work(); }
        private async Task OuterDropsAsync() { await Task.Yield(); _ = ZeroAsync(); }
        private async Task SafeAsync() { await Task.Yield(); using (_machine.Pause()) { _cpu.Pc = 0; } }
        private async Task StartAsync() { await Task.Yield(); _machine.Start(); }
        private async Task StopAsync() { await Task.Yield(); _machine.Stop(); }
        private async Task PlainAsync() { await Task.Yield(); Work(); }
        private Task ForwardAsync() => ZeroAsync();
        private async Task StartThenZeroAsync() { await StartAsync(); _cpu.Pc = 0; }
        private async Task StopThenZeroAsync() { await StopAsync(); _cpu.Pc = 0; }
        """;

    [Theory]
    [InlineData("ZeroAsync().Wait();")]
    [InlineData("ZeroAsync().GetAwaiter().GetResult();")]
    [InlineData("_ = ReadAsync().Result;")]
    [InlineData("ValueAsync().AsTask().Wait();")]
    [InlineData("OuterAsync().Wait();")]
    [InlineData("ForwardAsync().Wait();")]
    [InlineData("EarlyAsync().Wait();")]
    [InlineData("StopAsync().Wait(); _cpu.Pc = 0;")]
    public Task WhatIsWaitedForKeepsTheState(string body) => EnteredStopped(body, Bodies);

    [Theory]
    [InlineData("{|NG1001:ZeroAsync()|}.Wait();")]
    [InlineData("{|NG1001:EarlyAsync()|}.Wait();")]
    [InlineData("_ = {|NG1001:ReadAsync()|}.Result;")]
    [InlineData("{|NG1001:OuterAsync()|}.GetAwaiter().GetResult();")]
    [InlineData("{|NG1001:ForwardAsync()|}.Wait();")]
    [InlineData("{|NG1001:EarlyAsync()|};")]
    public Task InTheRunningStateItTouches(string body) => EnteredRunning(body, Bodies);

    [Theory]
    [InlineData("StopThenZeroAsync().Wait();")]
    [InlineData("StopAsync().Wait(); _cpu.Pc = 0;")]
    [InlineData("SafeAsync().Wait();")]
    [InlineData("_ = SafeAsync();")]
    [InlineData("_ = PlainAsync();")]
    [InlineData("_ = StopThenZeroAsync();")]
    public Task APauseThatIsAwaitedHolds(string body) => EnteredRunning(body, Bodies);

    [Theory]
    [InlineData("StartAsync().Wait(); {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("{|NG1001:StartThenZeroAsync()|}.Wait();")]
    public Task AResumeThatIsAwaitedResumes(string body) => EnteredStopped(body, Bodies);

    [Theory]
    [InlineData("_ = {|NG1003:ZeroAsync()|};")]
    [InlineData("{|NG1003:ZeroAsync()|};")]
    [InlineData("{|NG1003:Zero()|};")]
    [InlineData("_ = {|NG1003:ReadAsync()|};")]
    [InlineData("_ = {|NG1003:ValueAsync()|};")]
    [InlineData("_ = {|NG1003:OuterAsync()|};")]
    [InlineData("_ = {|NG1003:ForwardAsync()|};")]
    [InlineData("_task = {|NG1003:ZeroAsync()|};")]
    [InlineData("{|NG1003:OuterDropsAsync()|}.Wait();")]
    [InlineData("_ = {|NG1003:ZeroAsync()|}.ContinueWith(_ => { });")]
    public Task WhatIsDroppedGoesOnLater(string body) => EnteredStopped(body, Bodies + " private Task? _task;");

    [Theory]
    [InlineData("_ = EarlyAsync();")]
    [InlineData("_ = PlainAsync();")]
    [InlineData("_ = SafeAsync();")]
    [InlineData("Task.Delay(1).Wait(); _cpu.Pc = 0;")]
    public Task BeforeItsFirstAwaitItRunsAtOnce(string body) => EnteredStopped(body, Bodies);

    [Fact]
    public Task AnAsyncLambdaIsAnAsyncMethod() => EnteredStopped(
        "Func<Task> zero = async () => { await Task.Yield(); _cpu.Pc = 0; }; zero().Wait(); _ = {|NG1003:zero()|};");

    [Fact]
    public Task AnAsyncLocalFunctionIsAnAsyncMethod() => EnteredStopped("""
        ZeroAsync().Wait();
        _ = {|NG1003:ZeroAsync()|};

        async Task ZeroAsync()
        {
            await Task.Yield();
            _cpu.Pc = 0;
        }
        """);

    private const string Runs = """
        private async void Fire() => await Task.Run(() => { _cpu.Pc = 0; });
        private async Task FireAsync() { Work(); await Task.Run(() => { _cpu.Pc = 0; }).ConfigureAwait(false); }
        private async Task ThroughAsync() { await FireAsync(); }
        private async Task AllAsync() => await Task.WhenAll(Task.Run(Work), Task.Run(() => { _cpu.Pc = 0; }));
        private async Task StoredAsync() { Task zero = Task.Run(() => { _cpu.Pc = 0; }); await zero; }
        private Task ForwardAsync() => Task.Run(() => { _cpu.Pc = 0; });
        private async Task AsyncLambdaAsync() => await Task.Run(async () => { await Task.Yield(); _cpu.Pc = 0; });
        private async Task BesideAsync() { Task work = Task.Run(Work); _cpu.Flags = 0; await work; }
        private async Task PausedAsync() => await Task.Run(() => { using (_machine.Pause()) { _cpu.Pc = 0; } });
        private async Task StartsAsync() => await Task.Run(() => _machine.Start());
        """;

    [Theory]
    [InlineData("{|NG1003:Fire()|};")]
    [InlineData("_ = {|NG1003:FireAsync()|};")]
    [InlineData("{|NG1003:ThroughAsync()|};")]
    [InlineData("_ = {|NG1003:AllAsync()|};")]
    [InlineData("_ = {|NG1003:StoredAsync()|};")]
    [InlineData("_ = {|NG1003:ForwardAsync()|};")]
    [InlineData("_ = {|NG1003:AsyncLambdaAsync()|};")]
    [InlineData("Action fire = async () => await Task.Run(() => { _cpu.Pc = 0; }); {|NG1003:fire()|};")]
    [InlineData("_ = StartsAsync(); {|NG1001:_cpu.Pc|} = 0;")]
    public Task WhatADroppedMethodAwaitsRunsBesideTheCaller(string body) => EnteredStopped(body, Runs);

    [Theory]
    [InlineData("FireAsync().Wait();")]
    [InlineData("ThroughAsync().GetAwaiter().GetResult();")]
    [InlineData("AllAsync().Wait();")]
    [InlineData("StoredAsync().Wait();")]
    [InlineData("ForwardAsync().Wait();")]
    [InlineData("AsyncLambdaAsync().Wait();")]
    [InlineData("_ = BesideAsync();")]
    [InlineData("_ = PausedAsync();")]
    public Task WhatAnAwaitedMethodAwaitsDoesNot(string body) => EnteredStopped(body, Runs);
}

using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>ConfigureAwait and ValueTask change nothing; the members of an awaiter in source are calls.</summary>
public sealed class AwaiterTests
{
    private const string Bodies = """
        private async Task ZeroAsync() { await Task.Yield(); _cpu.Pc = 0; }
        private async ValueTask ValueAsync() { await Task.Yield(); _cpu.Pc = 0; }
        private async Task ConfiguredAsync() { await ZeroAsync().ConfigureAwait(false); Work(); }
        private async Task ByValueAsync() { await ValueAsync().ConfigureAwait(false); }
        private async Task TouchingAsync() { await new Ready(_cpu); }
        private async Task QuietAsync() { await new Quiet(_cpu); }

        private sealed class Ready(Cpu cpu) : INotifyCompletion
        {
            public Ready GetAwaiter() => this;
            public bool IsCompleted => true;
            public void OnCompleted(Action next) { }
            public void GetResult() => cpu.Pc = 0;
        }

        private sealed class Quiet(Cpu cpu) : INotifyCompletion
        {
            public Quiet GetAwaiter() => this;
            public bool IsCompleted => true;
            public void OnCompleted(Action next) { }
            public void GetResult() { }
            public void Reset() => cpu.Pc = 0;
        }
        """;

    [Theory]
    [InlineData("ConfiguredAsync().Wait();")]
    [InlineData("ZeroAsync().ConfigureAwait(false).GetAwaiter().GetResult();")]
    [InlineData("ByValueAsync().Wait();")]
    [InlineData("TouchingAsync().Wait();")]
    [InlineData("new Ready(_cpu).GetResult();")]
    public Task InTheStoppedStateTheyAreFine(string body) => EnteredStopped(body, Bodies);

    [Theory]
    [InlineData("{|NG1001:ConfiguredAsync()|}.Wait();")]
    [InlineData("{|NG1001:ZeroAsync()|}.ConfigureAwait(false).GetAwaiter().GetResult();")]
    [InlineData("{|NG1001:ByValueAsync()|}.Wait();")]
    [InlineData("{|NG1001:TouchingAsync()|}.Wait();")]
    [InlineData("{|NG1001:new Ready(_cpu).GetResult()|};")]
    public Task InTheRunningStateTheyTouch(string body) => EnteredRunning(body, Bodies);

    [Fact]
    public Task AnAwaiterThatTouchesNothingIsFine() => EnteredRunning("QuietAsync().Wait();", Bodies);
}

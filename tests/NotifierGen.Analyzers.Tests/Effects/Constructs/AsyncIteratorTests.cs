using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Async iterators: both of an iterator's and of an async method's rules.</summary>
public sealed class AsyncIteratorTests
{
    private const string Iterators = """
        private IAsyncEnumerable<long>? _kept;
        private async IAsyncEnumerable<long> CellsAsync() { await Task.Yield(); yield return _cpu.Pc; }
        private async IAsyncEnumerable<long> PlainAsync() { await Task.Yield(); yield return 1; }
        private async IAsyncEnumerable<long> StartingAsync() { await Task.Yield(); _machine.Start(); yield return 1; }
        private async Task ReadAsync() { await foreach (long cell in CellsAsync()) { Work(); } }
        private async Task ReadPlainAsync() { await foreach (long cell in PlainAsync().ConfigureAwait(false)) { Work(); } }
        private async Task StartAsync() { await foreach (long cell in StartingAsync()) { _cpu.Pc = cell; } }
        """;

    [Theory]
    [InlineData("ReadAsync().Wait();")]
    [InlineData("ReadPlainAsync().Wait();")]
    [InlineData("_ = ReadPlainAsync();")]
    [InlineData("_ = CellsAsync();")]
    [InlineData("_kept = PlainAsync();")]
    public Task InTheStoppedStateItIsFine(string body) => EnteredStopped(body, Iterators);

    [Theory]
    [InlineData("{|NG1001:ReadAsync()|}.Wait();")]
    [InlineData("{|NG1001:StartAsync()|}.Wait();")]
    public Task ItsConsumerRunsIt(string body) => EnteredRunning(body, Iterators);

    [Fact]
    public Task WhatItResumesIsResumedForTheLoop() => EnteredStopped("{|NG1001:StartAsync()|}.Wait();", Iterators);

    [Theory]
    [InlineData("_ = {|NG1003:ReadAsync()|};")]
    [InlineData("_kept = {|NG1003:CellsAsync()|};")]
    public Task WhatIsDroppedOrKeptRunsLater(string body) => EnteredStopped(body, Iterators);
}

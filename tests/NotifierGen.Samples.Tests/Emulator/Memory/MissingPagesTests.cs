using System.Collections.Concurrent;
using Emulator.Memory;

namespace NotifierGen.Samples.Tests.Emulator.Memory;

public sealed class MissingPagesTests : IDisposable
{
    private const int Pages = 8;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly GuestMemory _memory = new(Pages * GuestMemory.PageSize);
    private readonly BlockingCollection<int> _requests = [];

    [Theory]
    [InlineData("fetch")]
    [InlineData("read")]
    [InlineData("write")]
    [InlineData("atomic")]
    [InlineData("device read")]
    [InlineData("device write")]
    [InlineData("page")]
    public async Task EveryKindOfAccessWaitsForThePageAndFindsItsContent(string access)
    {
        MissingPages missing = Begin(3);
        Task<ulong> waiting = Run(() => Access(access, Address(3)));

        Assert.Equal(3, Request());
        Assert.False(waiting.IsCompleted);
        Assert.True(_memory.TryBring(3, Content(0x0707_0707_0707_0707)));

        ulong found = await waiting.WaitAsync(s_patience, TestContext.Current.CancellationToken);
        Assert.Equal(access == "fetch" ? 0x0707_0707UL : 0x0707_0707_0707_0707UL, found);
        Assert.Equal((0, 1), (missing.Left, missing.Requested));
    }

    [Fact]
    public async Task AnAccessThatReachesIntoTheNextPageWaitsForBoth()
    {
        Begin(2, 3);
        Task<ulong> waiting = Run(() => Access("read", Address(3) - 4));
        Assert.Equal(2, Request());
        _memory.TryBring(2, Content(0x1111_1111_1111_1111));
        Assert.Equal(3, Request());
        Assert.False(waiting.IsCompleted);
        _memory.TryBring(3, Content(0x2222_2222_2222_2222));
        Assert.Equal(0x2222_2222_1111_1111UL, await waiting.WaitAsync(s_patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AStoreIntoAMissingPageIsNotOverwrittenByItsContent()
    {
        Begin(5);
        Task<bool> store = Run(() => _memory.TryWrite(Address(5) + 8, 42UL));
        Assert.Equal(5, Request());
        _memory.TryBring(5, Content(1));
        Assert.True(await store.WaitAsync(s_patience, TestContext.Current.CancellationToken));

        // The guest's page by now: a source that sends it again is wrong.
        Assert.False(_memory.TryBring(5, Content(2)));
        Assert.Equal(1UL, Access("read", Address(5)));
        Assert.Equal(42UL, Access("read", Address(5) + 8));
    }

    [Fact]
    public async Task APageThatManyWaitForIsRequestedOnce()
    {
        MissingPages missing = Begin(1, 4);
        Task<ulong>[] waiting = [.. Enumerable.Range(0, 6).Select(_ => Run(() => Access("read", Address(4))))];
        Assert.Equal(4, Request());
        _memory.TryBring(4, Content(9));

        Assert.All(await Task.WhenAll(waiting).WaitAsync(s_patience, TestContext.Current.CancellationToken), found => Assert.Equal(9UL, found));
        Assert.Empty(_requests);
        Assert.Equal((1, 1), (missing.Left, missing.Requested));
    }

    [Fact]
    public async Task PagesArriveUnderReadersThatNeverPause()
    {
        const int Rounds = 40;
        for (int round = 1; round <= Rounds; round++)
        {
            ulong expected = (ulong)round;
            Begin([.. Enumerable.Range(0, Pages)]);
            Task<bool>[] readers = [.. Enumerable.Range(0, 2).Select(id => Run(() => Enumerable.Range(0, Pages).All(i => Access("read", Address((i * 3 + id) % Pages) + 4088) == expected)))];
            for (int page = 0; page < Pages; page++)
            {
                Assert.True(_memory.TryBring(page, Content(expected)));
            }

            Assert.All(await Task.WhenAll(readers).WaitAsync(s_patience, TestContext.Current.CancellationToken), Assert.True);
            _memory.EndPostcopy();
        }
    }

    [Fact]
    public async Task WhoWaitsWhenTheStreamBreaksIsTold()
    {
        MissingPages missing = Begin(2);
        Task<ulong> waiting = Run(() => Access("read", Address(2)));
        Assert.Equal(2, Request());
        missing.Break("the line broke");

        Assert.Contains("page 2 will not come any more: the line broke", (await Assert.ThrowsAsync<PageLostException>(() => waiting.WaitAsync(s_patience, TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
        Assert.Throws<PageLostException>(() => _memory.TryWrite(Address(2), 1UL));
        Assert.Throws<PageLostException>(() => _memory.Read(Address(1), new byte[2 * GuestMemory.PageSize]));
        Assert.Equal(0UL, Access("read", Address(1)));
        Assert.Empty(_requests);
    }

    [Fact]
    public void ARequestThatCannotBeMadeBreaksTheWhole()
    {
        var missing = new MissingPages(Marks(6), _ => throw new IOException("nobody listens"));
        _memory.BeginPostcopy(missing);
        Assert.Contains("nobody listens", Assert.Throws<PageLostException>(() => Access("read", Address(6))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutMissingPagesNothingBreaks()
    {
        MissingPages missing = Begin(0);
        _memory.TryBring(0, []);
        missing.Break("too late");
        Assert.Equal(0UL, Access("read", Address(0)));
    }

    public void Dispose()
    {
        _memory.Dispose();
        _requests.Dispose();
    }

    private MissingPages Begin(params int[] pages)
    {
        var missing = new MissingPages(Marks(pages), _requests.Add);
        _memory.BeginPostcopy(missing);
        return missing;
    }

    private int Request()
    {
        Assert.True(_requests.TryTake(out int page, s_patience), "Nobody asked for a page.");
        return page;
    }

    private ulong Access(string kind, ulong address)
    {
        var bytes = new byte[GuestMemory.PageSize];
        switch (kind)
        {
            case "fetch":
                Assert.True(_memory.TryFetch(address, out uint word));
                return word;
            case "read":
                Assert.True(_memory.TryRead(address, out ulong value));
                return value;
            case "write":
                Assert.True(_memory.TryWrite(address + 8, 1UL));
                return Access("read", address);
            case "atomic":
                return _memory.Cell<ulong>(address);
            case "device read":
                _memory.Read(address, bytes.AsSpan(0, 8));
                return BitConverter.ToUInt64(bytes);
            case "device write":
                _memory.Write(address + 8, [1]);
                return Access("read", address);
            default:
                _memory.ReadPage((int)((address - GuestMemory.BaseAddress) / GuestMemory.PageSize), bytes);
                return BitConverter.ToUInt64(bytes);
        }
    }

    private static Task<T> Run<T>(Func<T> action) => Task.Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static ulong Address(int page) => GuestMemory.BaseAddress + ((ulong)page * GuestMemory.PageSize);

    private static byte[] Marks(params int[] pages) => [.. Enumerable.Range(0, Pages).Select(page => pages.Contains(page) ? (byte)1 : (byte)0)];

    private static byte[] Content(ulong word)
    {
        var content = new byte[GuestMemory.PageSize];
        for (int offset = 0; offset < content.Length; offset += sizeof(ulong))
        {
            BitConverter.TryWriteBytes(content.AsSpan(offset), word);
        }

        return content;
    }
}

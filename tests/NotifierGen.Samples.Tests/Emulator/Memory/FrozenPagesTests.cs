using Devices;
using Emulator.Memory;

namespace NotifierGen.Samples.Tests.Emulator.Memory;

/// <summary>RAM that is kept as it was at one moment, while others go on writing.</summary>
public sealed class FrozenPagesTests : IDisposable
{
    private const int Pages = 64;

    private readonly GuestMemory _memory = new(Pages * GuestMemory.PageSize);

    [Theory]
    [InlineData("write")]
    [InlineData("write across pages")]
    [InlineData("atomic")]
    [InlineData("device")]
    [InlineData("page")]
    [InlineData("clear")]
    public void WhoeverWritesLeavesThePageAsItWas(string access)
    {
        Fill();
        byte[] then = Content();
        FrozenPages frozen = _memory.Freeze();

        Write(access);

        Assert.NotEqual(then, Content());
        Assert.Equal(access == "write across pages" ? 2 : 1, frozen.CopiedBeforeWrite);
        Assert.Equal(then, Taken(frozen));
    }

    [Fact]
    public void ReadingKeepsNothing()
    {
        FrozenPages frozen = _memory.Freeze();
        Assert.True(_memory.TryRead(Address(3), out ulong _));
        Assert.True(_memory.TryFetch(Address(3), out uint _));
        _memory.Read(Address(0), new byte[Pages * GuestMemory.PageSize]);
        Assert.Equal(0, frozen.CopiedBeforeWrite);
    }

    [Fact]
    public void APageThatWasTakenIsNotKeptAgain()
    {
        FrozenPages frozen = _memory.Freeze();
        Taken(frozen);
        _memory.TryWrite(Address(5), 1UL);
        Assert.Equal(0, frozen.CopiedBeforeWrite);
        Assert.False(frozen.TryTake(new byte[GuestMemory.PageSize], out _));
    }

    [Fact]
    public void AfterTheThawNothingIsKept()
    {
        FrozenPages frozen = _memory.Freeze();
        _memory.Thaw();
        _memory.TryWrite(Address(5), 1UL);
        Assert.Equal(0, frozen.CopiedBeforeWrite);
    }

    [Fact]
    public void RamThatLacksPagesCannotBeKept()
    {
        _memory.BeginPostcopy(new MissingPages(new byte[Pages], _ => { }));
        Assert.Throws<InvalidOperationException>(_memory.Freeze);
    }

    /// <summary>The property that a snapshot lives on: whatever many writers do meanwhile, what is taken out is the RAM of the one moment.</summary>
    [Fact]
    public async Task WhatIsTakenIsTheOneMomentUnderWritersThatNeverPause()
    {
        for (int round = 0; round < 30; round++)
        {
            using var end = new CancellationTokenSource();
            Fill();
            byte[] then = Content();
            FrozenPages frozen = _memory.Freeze();
            Task[] writers = [.. Enumerable.Range(0, 3).Select(id => Task.Factory.StartNew(() => WriteAlways(id, end.Token), TaskCreationOptions.LongRunning))];
            byte[] taken = Taken(frozen);
            await end.CancelAsync();
            await Task.WhenAll(writers);
            _memory.Thaw();

            Assert.Equal(then, taken);
        }
    }

    public void Dispose() => _memory.Dispose();

    private void Write(string access)
    {
        switch (access)
        {
            case "write":
                Assert.True(_memory.TryWrite(Address(7), 0xDEADUL));
                break;
            case "write across pages":
                Assert.True(_memory.TryWrite(Address(8) - 4, 0xDEAD_DEAD_DEAD_DEADUL));
                break;
            case "atomic":
                Interlocked.Increment(ref _memory.Cell<ulong>(Address(9)));
                break;
            case "device":
                _memory.WriteUInt64(Address(10), 0xDEAD);
                break;
            case "page":
                _memory.WritePage(11, new byte[GuestMemory.PageSize]);
                break;
            default:
                _memory.ClearPage(12);
                break;
        }
    }

    private void WriteAlways(int id, CancellationToken end)
    {
        var random = new Random(id);
        while (!end.IsCancellationRequested)
        {
            ulong address = Address(random.Next(Pages)) + (ulong)(random.Next(512) * 8);
            if (random.Next(2) == 0)
            {
                _memory.TryWrite(address, (ulong)random.NextInt64());
            }
            else
            {
                Interlocked.Increment(ref _memory.Cell<ulong>(address));
            }
        }
    }

    private byte[] Taken(FrozenPages frozen)
    {
        var content = new byte[Pages * GuestMemory.PageSize];
        var copy = new byte[GuestMemory.PageSize];
        int count = 0;
        for (; frozen.TryTake(copy, out int page); count++)
        {
            copy.CopyTo(content.AsSpan(page * GuestMemory.PageSize));
        }

        Assert.Equal(Pages, count);
        return content;
    }

    private void Fill()
    {
        var content = new byte[Pages * GuestMemory.PageSize];
        new Random(1).NextBytes(content);
        _memory.Write(Address(0), content);
    }

    private byte[] Content()
    {
        var content = new byte[Pages * GuestMemory.PageSize];
        _memory.Read(Address(0), content);
        return content;
    }

    private static ulong Address(int page) => GuestMemory.BaseAddress + ((ulong)page * GuestMemory.PageSize);
}

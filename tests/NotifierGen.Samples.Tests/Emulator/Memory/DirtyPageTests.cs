using System.Buffers.Binary;
using Devices;
using Emulator.Memory;

namespace NotifierGen.Samples.Tests.Emulator.Memory;

public sealed class DirtyPageTests
{
    private const int Pages = 64;

    [Fact]
    public void APageIsDirtyFromAWriteToItsHarvest()
    {
        using var memory = new GuestMemory(Pages * GuestMemory.PageSize);
        var copy = new byte[GuestMemory.PageSize];
        memory.TryWrite(GuestMemory.BaseAddress + (3 * GuestMemory.PageSize), 42UL);

        Assert.Equal(1, memory.CountDirty());
        Assert.True(memory.TryHarvest(3, copy));
        Assert.Equal(42UL, BinaryPrimitives.ReadUInt64LittleEndian(copy));
        Assert.False(memory.TryHarvest(3, copy));
        memory.MarkDirty(GuestMemory.BaseAddress + (3 * GuestMemory.PageSize));
        Assert.True(memory.TryHarvest(3, copy));
    }

    [Fact]
    public void DevicesDirtyEveryPageTheyWriteTo()
    {
        using var memory = new GuestMemory(Pages * GuestMemory.PageSize);
        memory.Write(GuestMemory.BaseAddress + GuestMemory.PageSize - 1, new byte[GuestMemory.PageSize + 2]);
        Assert.Equal(3, memory.CountDirty());
    }

    [Fact]
    public void WhatLiesOutsideIsRefused()
    {
        using var memory = new GuestMemory(Pages * GuestMemory.PageSize);
        ulong end = GuestMemory.BaseAddress + memory.Length;
        Assert.False(memory.TryWrite(end - 7, 1UL));
        Assert.False(memory.TryRead(end, out byte _));
        Assert.Throws<ArgumentOutOfRangeException>(() => memory.ReadUInt64(end - 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => memory.Write(GuestMemory.BaseAddress - 1, new byte[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => memory.ReadPage(Pages, new byte[GuestMemory.PageSize]));
    }

    [Fact]
    public async Task NoPageIsLostToWritersThatNeverPause()
    {
        using var memory = new GuestMemory(Pages * GuestMemory.PageSize);
        using var end = new CancellationTokenSource();
        Task[] writers = [.. Enumerable.Range(0, 2).Select(id => Task.Factory.StartNew(() => Write(memory, id, end.Token), TaskCreationOptions.LongRunning))];
        var copies = new byte[Pages][];
        for (int page = 0; page < Pages; page++)
        {
            copies[page] = new byte[GuestMemory.PageSize];
        }

        int harvested = 0;
        while (harvested < 500 * Pages)
        {
            harvested += Harvest(memory, copies);
        }

        await end.CancelAsync();
        await Task.WhenAll(writers);
        Harvest(memory, copies);

        var content = new byte[GuestMemory.PageSize];
        for (int page = 0; page < Pages; page++)
        {
            memory.ReadPage(page, content);
            Assert.Equal(content, copies[page]);
        }
    }

    private static void Write(GuestMemory memory, int id, CancellationToken end)
    {
        var random = new Random(id);
        for (ulong value = 1; !end.IsCancellationRequested; value++)
        {
            ulong offset = ((ulong)random.Next(Pages) * GuestMemory.PageSize) + ((ulong)random.Next(4) * 1024) + ((ulong)id * 8);
            memory.TryWrite(GuestMemory.BaseAddress + offset, value);
        }
    }

    private static int Harvest(GuestMemory memory, byte[][] copies)
    {
        int count = 0;
        for (int page = 0; page < copies.Length; page++)
        {
            count += memory.TryHarvest(page, copies[page]) ? 1 : 0;
        }

        return count;
    }
}

using Emulator.Machine;
using Emulator.Memory;
using Emulator.Migration.Checkpoint;
using Emulator.Migration.Destination;
using Emulator.Migration.Wire;
using Emulator.Story;

namespace NotifierGen.Samples.Tests.Emulator.Checkpoint;

/// <summary>Files that are not whole, not right, or not ours: one clear line, no crash, and no guest that is started.</summary>
[Collection(HeavyTests.Name)]
public sealed class DamagedFileTests : IDisposable
{
    private readonly Board _board = new(new MachineShape(32 * GuestMemory.PageSize, 1), new Chronicle());
    private readonly byte[] _file;

    public DamagedFileTests()
    {
        using var folder = new TemporaryFolder();
        using var source = new Board(_board.Machine.Shape, new Chronicle());
        source.Machine.Memory.TryWrite(GuestMemory.BaseAddress + 8, 42UL);
        new FileCheckpoint(source, MigrationMode.BackgroundSnapshot, new CheckpointPlan { File = folder.File }, new Chronicle(), _ => { }).Run(CancellationToken.None);
        _file = File.ReadAllBytes(folder.File);
    }

    [Fact]
    public void TheWholeFileIsRestored()
    {
        Restore(_file, startVm: false);
        Assert.True(_board.Machine.Memory.TryRead(GuestMemory.BaseAddress + 8, out ulong word));
        Assert.Equal(42UL, word);
    }

    [Fact]
    public void EveryTruncationIsRefused()
    {
        for (int length = 0; length < _file.Length; length++)
        {
            Assert.Contains("a.snapshot: ", Refusal(_file[..length]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void EveryChangedByteIsRefused()
    {
        byte[] damaged = [.. _file];
        for (int offset = 0; offset < damaged.Length; offset++)
        {
            damaged[offset] ^= (byte)(1 << (offset % 8));
            Assert.Contains("a.snapshot: ", Refusal(damaged), StringComparison.Ordinal);
            damaged[offset] = _file[offset];
        }
    }

    [Fact]
    public void WhatIsWrongIsSaidWithItsPlaceAndWhatToDo()
    {
        Assert.Equal(
            $"a.snapshot: the stream ends early: 5 of 5 bytes are missing (section End, offset {_file.Length - 5}); "
            + "it is not whole, not right, or not from this version of the emulator: restore another one, or save the guest again",
            Refusal(_file[..^5]));
        Assert.Contains("magic", Refusal("a text that somebody took for a snapshot"u8.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileFromAnotherModeIsRefused()
    {
        Assert.Contains("saved in mode BackgroundSnapshot, CprExec is wanted", Refusal(_file, MigrationMode.CprExec), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12 + 5, 0)]
    [InlineData(12 + 5 + 5, 0xFF)]
    [InlineData(12 + 5 + 12, 0)]
    [InlineData(12 + 5 + 12, 99)]
    public void AShapeThatNoMachineHasIsRefusedBeforeThereIsOne(int offset, byte value)
    {
        byte[] damaged = [.. _file];
        damaged.AsSpan(offset, 3).Fill(value);
        using var stream = new MemoryStream(damaged);
        Assert.Contains("no machine of this emulator", Assert.Throws<DestinationException>(() => Restoration.ShapeOf(stream, "a.snapshot")).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _board.Dispose();

    private string Refusal(byte[] file, MigrationMode modes = MigrationMode.BackgroundSnapshot)
    {
        string message = Assert.Throws<DestinationException>(() => Restore(file, startVm: true, modes)).Message;
        Assert.False(_board.Machine.IsRunning);
        return message;
    }

    private void Restore(byte[] file, bool startVm, MigrationMode modes = MigrationMode.BackgroundSnapshot)
    {
        using var stream = new MemoryStream(file);
        new Restoration(_board, stream, "a.snapshot", modes, new Chronicle()).Run(startVm);
    }
}

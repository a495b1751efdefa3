using Emulator.Memory;

namespace NotifierGen.Samples.Tests.Emulator.Memory;

/// <summary>RAM in a memory file: what is mapped again is the same memory.</summary>
public sealed class RamFileTests
{
    private const int Bytes = 4 * GuestMemory.PageSize;

    [Fact]
    public void WhoeverTakesItOverSeesEveryStore()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Memory files take Linux.");
        using RamFile file = RamFile.Create(Bytes);
        using var old = new GuestMemory(Bytes, file);
        old.TryWrite(GuestMemory.BaseAddress + 16, 42UL);
        using RamFile again = RamFile.TakeOver(file.Descriptor, Bytes);
        var other = new GuestMemory(Bytes, again);

        Assert.Equal(file.Inode, again.Inode);
        Assert.True(other.TryRead(GuestMemory.BaseAddress + 16, out ulong word));
        Assert.Equal(42UL, word);
        other.TryWrite(GuestMemory.BaseAddress + 24, 43UL);
        Assert.True(old.TryRead(GuestMemory.BaseAddress + 24, out word));
        Assert.Equal(43UL, word);

        // The last bytes: an access may begin in them and must not reach into what is not mapped.
        Assert.True(old.TryRead(GuestMemory.BaseAddress + Bytes - 8, out ulong _));
        Assert.True(old.TryFetch(GuestMemory.BaseAddress + Bytes - 2, out uint _));
    }

    [Fact]
    public void AnotherMachinesRamIsRefused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Memory files take Linux.");
        using RamFile file = RamFile.Create(Bytes);
        Assert.Contains("the machine's RAM takes", Assert.Throws<IOException>(() => RamFile.TakeOver(file.Descriptor, 2 * Bytes)).Message, StringComparison.Ordinal);
        Assert.Throws<IOException>(() => RamFile.TakeOver(9999, Bytes));
    }
}

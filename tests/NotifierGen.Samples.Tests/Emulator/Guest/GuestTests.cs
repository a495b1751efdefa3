using Emulator.Cpu;
using Emulator.Guest;
using Emulator.Machine;
using Emulator.Memory;

namespace NotifierGen.Samples.Tests.Emulator.Guest;

[Collection(HeavyTests.Name)]
public sealed class GuestTests
{
    [Fact]
    public void TheGuestGoesOnAndHoldsUnderVerificationWheneverItIsStopped()
    {
        using var guest = new GuestRun();
        ulong previous = 0;
        for (int i = 0; i < 20; i++)
        {
            guest.Machine.Stop();
            VerificationReport report = guest.Verify();
            Assert.Empty(report.Problems);
            Assert.Empty(guest.Board.Violations(migrating: false));
            Assert.True(report.Pages >= 2046, "At most the page in flight of each hart is left out.");
            Assert.True(report.Rounds >= previous);
            previous = report.Rounds;
            guest.Machine.Start();
        }

        guest.WaitForALine();
        Assert.False(guest.Lines.SawCorruption);
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(4, 16)]
    public void TheGuestRunsOnOtherShapes(int vcpus, int mebibytes)
    {
        using var guest = new GuestRun(new MachineShape(mebibytes << 20, vcpus));
        guest.Machine.Stop();
        Assert.Empty(guest.Verify().Problems);
    }

    [Fact]
    public void NothingRunsWhileTheMachineIsStopped()
    {
        using var guest = new GuestRun();
        guest.Machine.Stop();
        HartState[] states = [.. guest.Machine.Harts.Select(hart => hart.Save())];
        guest.Machine.Memory.MarkAllClean();
        ulong time = guest.Machine.Clint.Time;

        Assert.Equal(0, SpinWhileStopped(guest.Machine));

        Assert.False(guest.Machine.IsRunning);
        Assert.Equal(time, guest.Machine.Clint.Time);
        Assert.Equal(states.Select(state => (state.Pc, state.Retired)), guest.Machine.Harts.Select(hart => (hart.Save().Pc, hart.Save().Retired)));
    }

    [Fact]
    public void ALostPageIsNoticedFromOutsideAndByTheGuest()
    {
        using var guest = new GuestRun();
        guest.Machine.Stop();
        ulong page = new GuestControl(guest.Machine.Memory).FirstPage;
        for (ulong hot = 0; hot < 48; hot++)
        {
            ulong address = page + (hot * GuestMemory.PageSize) + 2048;
            Assert.True(guest.Machine.Memory.TryRead(address, out ulong word));
            guest.Machine.Memory.TryWrite(address, word ^ 1);
        }

        Assert.Contains(guest.Verify().Problems, problem => problem.StartsWith("page ", StringComparison.Ordinal));
        guest.Machine.Start();
        Assert.Contains("page", guest.WaitForComplaint(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(19)]
    [InlineData(27)]
    [InlineData(31)]
    [InlineData(18)]
    public void ALostRegisterIsNoticedFromOutsideAndByTheGuest(int register)
    {
        using var guest = new GuestRun();
        guest.Machine.Stop();
        guest.Machine.Harts[1][register] = 0xDEAD;
        Assert.Contains(guest.Verify().Problems, problem => problem.StartsWith("vCPU 1: ", StringComparison.Ordinal));
        guest.Machine.Start();
        Assert.Contains("register", guest.WaitForComplaint(), StringComparison.Ordinal);
    }

    [Fact]
    public void CopyingARunningGuestMissesNoPage()
    {
        using var guest = new GuestRun();
        GuestMemory memory = guest.Machine.Memory;
        var copy = new byte[memory.Length];
        memory.MarkAllDirty();
        int harvested = 0;
        while (harvested < memory.PageCount + 500)
        {
            harvested += Harvest(memory, copy);
        }

        guest.Machine.Stop();
        Harvest(memory, copy);

        var truth = new byte[memory.Length];
        memory.Read(GuestMemory.BaseAddress, truth);
        Assert.True(truth.AsSpan().SequenceEqual(copy));
    }

    private static int Harvest(GuestMemory memory, byte[] copy)
    {
        int count = 0;
        for (int page = 0; page < memory.PageCount; page++)
        {
            count += memory.TryHarvest(page, copy.AsSpan(page * GuestMemory.PageSize, GuestMemory.PageSize)) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Looks for dirty pages for as long as a running guest would need to dirty thousands.</summary>
    private static int SpinWhileStopped(VirtualMachine machine)
    {
        int dirty = 0;
        for (int i = 0; i < 100_000; i++)
        {
            dirty = Math.Max(dirty, machine.Memory.CountDirty());
        }

        return dirty;
    }
}

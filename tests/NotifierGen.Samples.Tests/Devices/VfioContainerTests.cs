using Devices;
using Devices.Vfio;

namespace NotifierGen.Samples.Tests.Devices;

public sealed class VfioContainerTests : BoardTests
{
    [Theory]
    [InlineData("legacy")]
    [InlineData("iommufd")]
    public void ARebootIsRefusedUnlessTheGuestIsSuspended(string container)
    {
        TestBoard board = RunningBoard();
        board.Notifiers.Unregister(container == "legacy" ? board.Iommufd : board.Legacy);

        MigrationRefusedException refused = Assert.Throws<MigrationRefusedException>(() => board.Notifiers.Begin(board.Machine, MigrationMode.CprReboot));

        Assert.Equal(container, Assert.IsType<IDevice>(refused.Device, exactMatch: false).Name);
        Assert.Contains("suspended to RAM", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ASuspendedGuestMayBeRebooted()
    {
        TestBoard board = RunningBoard();
        board.Machine.GuestPower = GuestPower.Suspended;

        using MigrationSession session = board.Notifiers.Begin(board.Machine, MigrationMode.CprReboot);
        session.StopVm();
        session.Complete();

        Assert.Equal(MigrationSessionState.Completed, session.State);
    }

    [Fact]
    public void OtherModesDoNotAskWhetherTheGuestIsSuspended()
    {
        TestBoard board = RunningBoard();

        using MigrationSession session = board.Notifiers.Begin(board.Machine);

        Assert.Equal(MigrationSessionState.Active, session.State);
    }

    [Theory]
    [InlineData(IommuFeatures.UpdateAddresses, "IOMMU_IOAS_CHANGE_PROCESS")]
    [InlineData(IommuFeatures.ChangeProcess, "VFIO_UPDATE_VADDR")]
    public void AHandOverIsRefusedWhereTheKernelCannotDoIt(IommuFeatures features, string missing)
    {
        TestBoard board = RunningBoard();
        board.Notifiers.Unregister(board.Legacy);
        board.Notifiers.Unregister(board.Iommufd);
        board.Notifiers.Register(VfioContainer.OpenLegacy("old", board.Machine, features));
        board.Notifiers.Register(VfioContainer.OpenIommufd("new", board.Machine, features));

        MigrationRefusedException refused = Assert.Throws<MigrationRefusedException>(() => board.Notifiers.Begin(board.Machine, MigrationMode.CprExec));

        Assert.Contains(missing, refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void SavingUnmapsALegacyContainerAndFailedMapsItAgain()
    {
        TestBoard board = RunningBoard();
        ulong reachable = board.Legacy.ReachableBytes;
        using MigrationSession session = SwitchedOver(board, MigrationMode.CprTransfer);
        board.Save(MigrationMode.CprTransfer);
        Assert.Equal(0UL, board.Legacy.ReachableBytes);
        Assert.Equal(reachable, board.Iommufd.ReachableBytes);

        session.Fail(Broken);

        Assert.Equal(reachable, board.Legacy.ReachableBytes);
    }

    [Fact]
    public void FailedMapsNothingThatWasNotUnmapped()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board, MigrationMode.CprTransfer);

        session.Fail(Broken);

        Assert.DoesNotContain(board.Journal, entry => entry.StartsWith("legacy: DMA addresses mapped", StringComparison.Ordinal));
    }

    [Fact]
    public void ALiveMigrationUnmapsNothing()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board);

        board.Save(MigrationMode.Normal);

        Assert.NotEqual(0UL, board.Legacy.ReachableBytes);
    }

    [Fact]
    public void TheNewProcessMapsWhatTheOldOneHanded()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board, MigrationMode.CprTransfer);
        Dictionary<string, byte[]> states = board.Save(MigrationMode.CprTransfer);
        session.Complete();
        TestBoard destination = board.Successor(MigrationMode.CprTransfer);
        using IncomingSession incoming = destination.Notifiers.BeginIncoming(destination.Machine, MigrationMode.CprTransfer);
        destination.Load(MigrationMode.CprTransfer, states);
        Assert.Equal(0UL, destination.Legacy.ReachableBytes);

        incoming.Complete();

        Assert.Equal(0x4000UL, destination.Legacy.ReachableBytes);
        Assert.Equal(0UL, board.Legacy.ReachableBytes);
    }

    [Theory]
    [InlineData(MigrationMode.CprTransfer)]
    [InlineData(MigrationMode.CprExec)]
    public void TheKvmDescriptorIsClosedWhenTheMigrationIsDone(MigrationMode mode)
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board, mode);
        Assert.True(board.Process.IsOpen(board.KvmVfioDescriptor));

        session.Complete();

        Assert.False(board.Process.IsOpen(board.KvmVfioDescriptor));
    }

    [Fact]
    public void TheKvmDescriptorIsClosedOnceThoughTheMachineMigratesTwice()
    {
        TestBoard board = RunningBoard();
        MigrationSession first = SwitchedOver(board, MigrationMode.CprTransfer);
        first.Complete();
        first.Reclaim();
        using MigrationSession second = SwitchedOver(board, MigrationMode.CprTransfer);

        DispatchReport report = second.Complete();

        Assert.Empty(report.Faults);
    }

    [Fact]
    public void AFailureKeepsTheKvmDescriptorOpen()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board, MigrationMode.CprTransfer);

        session.Fail(Broken);

        Assert.True(board.Process.IsOpen(board.KvmVfioDescriptor));
    }
}

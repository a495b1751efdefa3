using Devices.Vfio;

namespace NotifierGen.Samples.Tests.Devices;

public sealed class VfioDeviceTests : BoardTests
{
    [Fact]
    public void AllPeersAnswerBeforeAnyWorks()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board);
        board.Save(MigrationMode.Normal);
        Assert.All(board.Vfio, device => Assert.Equal(VfioDeviceState.StopCopy, device.State));
        board.Journal.Clear();

        session.Fail(Broken);

        string[] restart = [.. board.Journal.TakeWhile(entry => entry != "VM starts").Where(entry => entry.EndsWith("RunningP2P", StringComparison.Ordinal) || entry.EndsWith("-> Running", StringComparison.Ordinal))];
        int firstRunning = Array.FindIndex(restart, entry => entry.EndsWith("-> Running", StringComparison.Ordinal));
        Assert.Equal(2, restart[..firstRunning].Count(entry => entry.EndsWith("-> RunningP2P", StringComparison.Ordinal)));
        Assert.Equal(2, restart[firstRunning..].Count(entry => entry.EndsWith("-> Running", StringComparison.Ordinal)));
        Assert.All(board.Vfio, device => Assert.Equal(VfioDeviceState.Running, device.State));
    }

    [Fact]
    public void TheyWorkBeforeTheVcpusRun()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board);
        board.Journal.Clear();

        session.Fail(Broken);

        AssertInOrder(board.Journal, "vfio0 -> Running", "VM starts");
        AssertInOrder(board.Journal, "vfio1 -> Running", "VM starts");
    }

    [Fact]
    public void SetupBeginsToCopyWhileTheDeviceWorks()
    {
        TestBoard board = RunningBoard();
        long before = board.Vfio[0].Work;

        using MigrationSession session = board.Notifiers.Begin(board.Machine);
        board.Tick(5);

        Assert.Equal(VfioDeviceState.PreCopy, board.Vfio[0].State);
        Assert.Equal(before + 5, board.Vfio[0].Work);
    }

    [Fact]
    public void FirmwareThatDoesNotCopyRefusesAndTheDeviceWorksOn()
    {
        TestBoard board = RunningBoard();
        board.Firmware[1].Refuses.Add(VfioDeviceState.PreCopy);

        Assert.False(board.Notifiers.TryBegin(board.Machine, MigrationMode.Normal, out _, out SetupRefusal? refusal));

        Assert.Same(board.Vfio[1], refusal.Device);
        Assert.Contains("PreCopy", refusal.Reason, StringComparison.Ordinal);
        Assert.All(board.Vfio, device => Assert.Equal(VfioDeviceState.Running, device.State));
        Assert.All(board.Vfio, device => Assert.Empty(device.Violations(migrating: false)));
        Assert.Equal(0, board.Vfio[1].Resets);
    }

    [Fact]
    public void NoDeviceWorksWhileAPeerThatRefusedStillStandsStill()
    {
        TestBoard board = RunningBoard();
        board.Firmware[1].Refuses.Add(VfioDeviceState.PreCopy);
        VfioDeviceState untilStart = VfioDeviceState.Error;
        board.Machine.BeforeStart = () =>
        {
            board.Tick();
            untilStart = board.Vfio[0].State;
        };

        Assert.False(board.Notifiers.TryBegin(board.Machine, MigrationMode.Normal, out _, out _));

        Assert.Equal(VfioDeviceState.RunningP2P, untilStart);
        Assert.All(board.Vfio, device => Assert.Equal(VfioDeviceState.Running, device.State));
        Assert.All(board.Vfio, device => Assert.Empty(device.Violations(migrating: false)));
    }

    [Fact]
    public void ADeviceThatDoesNotComeBackIsReset()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board);
        board.Firmware[0].Refuses.Add(VfioDeviceState.RunningP2P);

        DispatchReport report = session.Fail(Broken);

        Assert.Empty(report.Faults);
        Assert.Equal(1, board.Vfio[0].Resets);
        Assert.Equal(0, board.Vfio[0].Work);
        Assert.All(board.Vfio, device => Assert.Equal(VfioDeviceState.Running, device.State));
        board.Tick();
        Assert.All(board.Vfio, device => Assert.Empty(device.Violations(migrating: false)));
    }

    [Fact]
    public void ADeviceThatAResetDoesNotMendIsInErrorAndRefusesTheNextMigration()
    {
        TestBoard board = RunningBoard();
        using (MigrationSession session = SwitchedOver(board))
        {
            board.Firmware[0].IsDead = true;
            board.Firmware[0].Refuses.Add(VfioDeviceState.RunningP2P);
            session.Fail(Broken);
        }

        Assert.Equal(VfioDeviceState.Error, board.Vfio[0].State);
        Assert.Contains("vfio0: is in Error", board.Vfio[0].Violations(migrating: false));
        Assert.True(board.Machine.IsRunning);
        MigrationRefusedException refused = Assert.Throws<MigrationRefusedException>(() => board.Notifiers.Begin(board.Machine));
        Assert.Contains("reset it", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ADeviceThatCannotBeSavedSaysSoAndTheHostFailsTheMigration()
    {
        TestBoard board = RunningBoard();
        board.Machine.Stop();
        board.Firmware[0].Refuses.Add(VfioDeviceState.StopCopy);
        using MigrationSession session = board.Notifiers.Begin(board.Machine);

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => board.Save(MigrationMode.Normal));
        session.Fail(new MigrationFailure(MigrationFailureKind.Error, exception.Message, exception));

        Assert.Contains("vfio0 does not enter StopCopy", exception.Message, StringComparison.Ordinal);
        Assert.All(board.Vfio, device => Assert.Equal(VfioDeviceState.Stop, device.State));
    }

    [Fact]
    public void WhereTheVmStaysStoppedTheDevicesDoToo()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board);
        session.StartPostcopy();

        session.Fail(Broken);

        Assert.All(board.Vfio, device => Assert.Equal(VfioDeviceState.Stop, device.State));
        long work = board.Vfio[0].Work;
        board.Tick();
        Assert.Equal(work, board.Vfio[0].Work);
    }

    [Fact]
    public void InTheCprModesTheyWorkOnWhileTheVcpusStandStill()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board, MigrationMode.CprTransfer);
        long work = board.Vfio[0].Work;

        board.Tick(4);

        Assert.Equal(work + 4, board.Vfio[0].Work);
    }

    [Fact]
    public void WhatAFailureWhileTheGuestRunsUndoesIsNeverVisibleToIt()
    {
        TestBoard board = RunningBoard();
        board.Notifiers.Unregister(board.Vdpa);
        using MigrationSession session = board.Notifiers.Begin(board.Machine);
        board.Journal.Clear();

        session.Fail(Broken);

        Assert.DoesNotContain("VM stops", board.Journal);
        Assert.DoesNotContain(board.Journal, entry => entry.Contains("P2P", StringComparison.Ordinal));
        Assert.All(board.Vfio, device => Assert.Equal(VfioDeviceState.Running, device.State));
    }

    [Fact]
    public void ADestinationTakesTheStateInResumingAndWorksOnFromThere()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board);
        Dictionary<string, byte[]> states = board.Save(MigrationMode.Normal);
        session.Complete();
        var destination = new TestBoard();

        using IncomingSession incoming = destination.Notifiers.BeginIncoming(destination.Machine);
        Assert.All(destination.Vfio, device => Assert.Equal(VfioDeviceState.Resuming, device.State));
        destination.Load(MigrationMode.Normal, states);
        incoming.Complete();

        Assert.Equal(board.Vfio[0].Work, destination.Vfio[0].Work);
        AssertInOrder(destination.Journal, "vfio0 -> RunningP2P", "vfio0 -> Running");
        AssertInOrder(destination.Journal, "vfio1 -> RunningP2P", "vfio0 -> Running", "VM starts");
        Assert.All(destination.Vfio, device => Assert.Equal(VfioDeviceState.Running, device.State));
    }

    [Fact]
    public void ADestinationThatLosesTheGuestForgetsItsState()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board);
        Dictionary<string, byte[]> states = board.Save(MigrationMode.Normal);
        var destination = new TestBoard();
        using IncomingSession incoming = destination.Notifiers.BeginIncoming(destination.Machine);
        destination.Load(MigrationMode.Normal, states);

        incoming.Fail(Broken);

        Assert.Equal(0, destination.Vfio[0].Work);
        Assert.All(destination.Vfio, device => Assert.Equal(VfioDeviceState.Stop, device.State));
    }

    [Fact]
    public void AMachineWhoseDevicesWorkCannotReceiveAGuest()
    {
        var board = new TestBoard();
        board.Vfio[1].Prepare();
        board.Vfio[1].Resume();

        MigrationRefusedException refused = Assert.Throws<MigrationRefusedException>(() => board.Notifiers.BeginIncoming(board.Machine));

        Assert.Same(board.Vfio[1], refused.Device);
        Assert.Contains("halt the devices", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(VfioDeviceState.Running, board.Vfio[1].State);
        Assert.Equal(VfioDeviceState.Stop, board.Vfio[0].State);
    }
}

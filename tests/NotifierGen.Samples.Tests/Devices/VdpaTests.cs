using Devices;
using Devices.Vdpa;

namespace NotifierGen.Samples.Tests.Devices;

public sealed class VdpaTests : BoardTests
{
    [Fact]
    public void SetupTurnsShadowQueuesOnAndTheHardwareRunsOn()
    {
        TestBoard board = RunningBoard();

        using MigrationSession session = board.Notifiers.Begin(board.Machine);

        Assert.True(board.Vdpa.ShadowQueues);
        Assert.True(board.Vdpa.IsRunning);
    }

    [Theory]
    [InlineData(MigrationFailureKind.Error)]
    [InlineData(MigrationFailureKind.Cancelled)]
    public void FailedTurnsThemOffAlsoWhereTheMigrationIsStillBeingWoundUp(MigrationFailureKind kind)
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = board.Notifiers.Begin(board.Machine);
        board.Tick();

        session.Fail(new MigrationFailure(kind, "over"));

        Assert.False(board.Vdpa.ShadowQueues);
        Assert.True(board.Vdpa.IsRunning);
    }

    [Fact]
    public void ANicThatAlwaysHasThemKeepsThem()
    {
        TestBoard board = RunningBoard();
        var always = new VdpaNet("always", board.Machine, board.Network, default, 0, new VdpaRing(0x3000, 8), shadowQueues: true);
        board.Notifiers.Register(always);
        board.Machine.Add(always);
        using MigrationSession session = board.Notifiers.Begin(board.Machine);

        session.Fail(Broken);

        Assert.True(always.ShadowQueues);
        Assert.Empty(always.Violations(migrating: false));
        Assert.DoesNotContain("always: shadow queues off", board.Journal);
    }

    [Fact]
    public void WhatTheShadowQueuesHoldIsHandedOnWithStoppedVcpus()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = board.Notifiers.Begin(board.Machine);
        board.Driver.Tick();
        board.Vdpa.Tick();
        ulong available = board.Memory.ReadUInt64(board.Ring.Address);
        Assert.NotEqual(available, board.Vdpa.Used);
        board.Memory.WrittenWhileVcpusRan.Clear();

        session.Fail(Broken);

        Assert.Equal(available, board.Vdpa.Used);
        Assert.Equal(available, board.Memory.ReadUInt64(board.Ring.Address + 8));
        Assert.Empty(board.Memory.WrittenWhileVcpusRan);
    }

    [Fact]
    public void AMachineThatDoesNotHaltItsDevicesLosesNothingEither()
    {
        TestBoard board = RunningBoard();
        var ring = new VdpaRing(0x3000, 8);
        var unhalted = new VdpaNet("unhalted", board.Machine, board.Network, default, 0, ring);
        board.Notifiers.Register(unhalted);
        unhalted.Resume();
        using MigrationSession session = board.Notifiers.Begin(board.Machine);
        board.Memory.WriteUInt64(ring.Address, 3);
        unhalted.Tick();
        Assert.Equal(0UL, unhalted.Used);

        session.Fail(Broken);

        Assert.Equal(3UL, unhalted.Used);
        Assert.True(unhalted.IsRunning);
        Assert.Empty(unhalted.Violations(migrating: false));
    }

    [Fact]
    public void AGuestThatRunsIsStoppedForThat()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = board.Notifiers.Begin(board.Machine);
        board.Journal.Clear();

        session.Fail(Broken);

        AssertInOrder(board.Journal, "VM stops", "vdpa: shadow queues off", "VM starts");
    }

    [Fact]
    public void EveryBufferComesBackInItsTurnAcrossMigrationsThatFailAndOneThatSucceeds()
    {
        TestBoard board = RunningBoard();
        for (int attempt = 0; attempt < 3; attempt++)
        {
            using MigrationSession failing = SwitchedOver(board);
            board.Tick(5);
            failing.Fail(Broken);
            board.Tick(20);
        }

        using MigrationSession session = SwitchedOver(board);
        Dictionary<string, byte[]> states = board.Save(MigrationMode.Normal);
        session.Complete();
        var destination = new TestBoard();
        board.Memory.CopyTo(destination.Memory);
        using IncomingSession incoming = destination.Notifiers.BeginIncoming(destination.Machine);
        destination.Load(MigrationMode.Normal, states);
        incoming.Complete();
        ulong before = destination.Driver.Reaped;
        destination.Tick(50);

        Assert.True(before >= 60, $"{before} buffers came back on the source");
        Assert.InRange(destination.Driver.Reaped, before + 45, before + 50);
        Assert.Empty(destination.Driver.Violations(migrating: false));
        Assert.Empty(destination.Vdpa.Violations(migrating: false));
    }

    [Fact]
    public void AGuestThatBreaksItsRingLosesItsNicAndNothingElse()
    {
        TestBoard board = RunningBoard();
        board.Memory.WriteUInt64(board.Ring.Address, ulong.MaxValue);

        board.Tick();
        using MigrationSession session = board.Notifiers.Begin(board.Machine);
        session.Fail(Broken);

        Assert.False(board.Vdpa.IsRunning);
        Assert.Contains("vdpa: ring broken by the guest, stopped", board.Journal);
        Assert.False(board.Vdpa.ShadowQueues);
    }

    [Fact]
    public void WhereRingAndStateDifferTheRingIsBelieved()
    {
        var destination = new TestBoard();
        using IncomingSession incoming = destination.Notifiers.BeginIncoming(destination.Machine);
        destination.Memory.WriteUInt64(destination.Ring.Address, 7);
        destination.Memory.WriteUInt64(destination.Ring.Address + 8, 7);

        incoming.Complete();

        Assert.Equal(7UL, destination.Vdpa.Used);
        destination.Vdpa.Tick();
        Assert.True(destination.Vdpa.IsRunning);
    }
}

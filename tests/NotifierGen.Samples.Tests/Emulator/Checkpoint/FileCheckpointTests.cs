using Emulator.Commands;
using Emulator.Guest;
using Emulator.Machine;
using Emulator.Memory;
using Emulator.Migration;
using Emulator.Migration.Checkpoint;
using Emulator.Migration.Destination;
using Emulator.Story;
using NotifierGen.Samples.Tests.Emulator.Guest;

namespace NotifierGen.Samples.Tests.Emulator.Checkpoint;

/// <summary>A guest that is written to a file, in this process, and what the file holds.</summary>
[Collection(HeavyTests.Name)]
public sealed class FileCheckpointTests : IDisposable
{
    private const MigrationMode Snapshot = MigrationMode.BackgroundSnapshot;
    private const MigrationMode Reboot = MigrationMode.CprReboot;

    private readonly TemporaryFolder _folder = new();
    private readonly GuestRun _guest = new();
    private readonly Chronicle _chronicle = new();

    [Fact]
    public void ASnapshotHoldsTheOneMomentThoughTheGuestWritesOn()
    {
        byte[] then = new byte[_guest.Machine.Memory.Length];

        // Stopped here, a session finds a VM that is paused and leaves it so: the moment is known to the test.
        _guest.Machine.Stop();
        ulong[] pcs = [.. _guest.Machine.Harts.Select(hart => hart.Pc)];
        _guest.Machine.Memory.Read(GuestMemory.BaseAddress, then);
        bool started = false;
        MigrationOutcome outcome = Save(Snapshot, new CheckpointPlan { File = _folder.File, Bandwidth = 48 << 20 }, progress =>
        {
            if (!started)
            {
                started = true;
                _guest.Machine.Start();
            }
        });

        Assert.Null(outcome.Kind);
        using Board restored = Restore(out _, start: false);
        byte[] now = new byte[then.Length];
        restored.Machine.Memory.Read(GuestMemory.BaseAddress, now);
        Assert.True(then.AsSpan().SequenceEqual(now), "The file holds something that the guest wrote later.");
        Assert.Equal(pcs, restored.Machine.Harts.Select(hart => hart.Pc));
        now = new byte[then.Length];
        _guest.Machine.Stop();
        _guest.Machine.Memory.Read(GuestMemory.BaseAddress, now);
        Assert.False(then.AsSpan().SequenceEqual(now), "The guest wrote nothing meanwhile, so this test shows nothing.");
        Assert.Empty(_guest.Verify().Problems);
    }

    [Fact]
    public void ASnapshotIsDoneWhileTheGuestRuns()
    {
        MigrationOutcome outcome = Save(Snapshot, new CheckpointPlan { File = _folder.File });

        Assert.Equal((null, true), (outcome.Kind, outcome.GuestIsHere));
        Assert.Equal("SETUP | VM stops | VM starts | DONE: the guest runs", Sequence());
        using Board restored = Restore(out GuestLines lines, start: true);
        Assert.True(lines.WaitForAnother(TimeSpan.FromSeconds(30)), "The restored guest prints nothing.");
        restored.Machine.Stop();
        Assert.Empty(GuestVerification.Verify(restored.Machine).Problems);
        Assert.Empty(restored.Violations(migrating: false));
        AssertGuestIsWell();
    }

    [Theory]
    [InlineData("Open", "SETUP | FAILED before VM start: the guest runs | FAILED after VM start")]
    [InlineData("Stopped", "SETUP | VM stops | FAILED before VM start: the vCPUs stand still, the VM will start | VM starts | FAILED after VM start")]
    [InlineData("Write", "SETUP | VM stops | VM starts | FAILED before VM start: the guest runs | FAILED after VM start")]
    public void ASnapshotThatFailsOrIsCancelledLeavesTheOldFileAndTheGuest(string step, string expected)
    {
        foreach (bool cancel in (bool[])[false, true])
        {
            File.WriteAllText(_folder.File, "the old one");
            var at = Enum.Parse<CheckpointStep>(step);
            var chronicle = new Chronicle();
            MigrationOutcome outcome = Save(Snapshot, new CheckpointPlan { File = _folder.File, FailAt = cancel ? default : at, CancelAt = cancel ? at : default }, chronicle);

            Assert.Equal(cancel ? MigrationFailureKind.Cancelled : MigrationFailureKind.Error, outcome.Kind);
            Assert.Equal(expected, Sequences.Of(chronicle));
            Assert.Equal("the old one", File.ReadAllText(_folder.File));
            Assert.Equal(["guest.snapshot"], _folder.Names);
            AssertGuestIsWell();
            _guest.Machine.Start();
        }
    }

    [Fact]
    public void AnAwakeGuestIsNotRebootedUnder()
    {
        MigrationOutcome outcome = Save(Reboot, new CheckpointPlan { File = _folder.File });

        Assert.Equal(MigrationFailureKind.Refused, outcome.Kind);
        Assert.Contains("must be suspended to RAM", outcome.Message, StringComparison.Ordinal);
        Assert.Empty(_folder.Names);
        AssertGuestIsWell();
    }

    [Fact]
    public void ARebootWritesTheSuspendedGuestAndLeavesItStopped()
    {
        _guest.Machine.SuspendGuest();
        MigrationOutcome outcome = Save(Reboot, new CheckpointPlan { File = _folder.File });

        Assert.Equal((null, false), (outcome.Kind, outcome.GuestIsHere));
        Assert.Equal("SETUP | VM stops | DONE: the vCPUs stand still", Sequence());
        using Board restored = Restore(out GuestLines lines, start: true);
        Assert.Equal(global::Devices.GuestPower.Suspended, restored.Machine.GuestPower);
        Assert.False(restored.Machine.VcpusRunning);
        restored.Machine.WakeGuest();
        Assert.True(lines.WaitForAnother(TimeSpan.FromSeconds(30)), "The restored guest prints nothing.");
        restored.Machine.Stop();
        Assert.Empty(GuestVerification.Verify(restored.Machine).Problems);
        Assert.Empty(restored.Violations(migrating: false));
    }

    [Theory]
    [InlineData("Stopped")]
    [InlineData("Write")]
    public void ARebootThatFailsLeavesTheGuestSuspendedAndWhole(string step)
    {
        _guest.Machine.SuspendGuest();
        MigrationOutcome outcome = Save(Reboot, new CheckpointPlan { File = _folder.File, FailAt = Enum.Parse<CheckpointStep>(step) });

        Assert.Equal((MigrationFailureKind.Error, true), (outcome.Kind, outcome.GuestIsHere));
        Assert.Equal("SETUP | VM stops | FAILED before VM start: the vCPUs stand still, the VM will start | VM starts | FAILED after VM start", Sequence());
        Assert.Empty(_folder.Names);
        _guest.Machine.WakeGuest();
        AssertGuestIsWell();
    }

    [Fact]
    public void AFolderThatIsNotThereIsAFailureBeforeTheVmIsStopped()
    {
        MigrationOutcome outcome = Save(Snapshot, new CheckpointPlan { File = Path.Combine(_folder.File, "nowhere") });
        Assert.Contains("cannot be written", outcome.Message, StringComparison.Ordinal);
        Assert.Equal("SETUP | FAILED before VM start: the guest runs | FAILED after VM start", Sequence());
    }

    public void Dispose()
    {
        _guest.Dispose();
        _folder.Dispose();
    }

    private MigrationOutcome Save(MigrationMode mode, CheckpointPlan plan, Action<RoundProgress>? progress = null) => Save(mode, plan, _chronicle, progress);

    private MigrationOutcome Save(MigrationMode mode, CheckpointPlan plan, Chronicle chronicle, Action<RoundProgress>? progress = null)
    {
        var witness = new NotificationWitness(chronicle);
        _guest.Board.Notifiers.Register(witness);
        MigrationOutcome outcome = new FileCheckpoint(_guest.Board, mode, plan, chronicle, progress ?? (_ => { })).Run(CancellationToken.None);
        _guest.Board.Notifiers.Unregister(witness);
        chronicle.End();
        return outcome;
    }

    private Board Restore(out GuestLines lines, bool start)
    {
        lines = new GuestLines();
        using FileStream file = File.OpenRead(_folder.File);
        MachineShape shape = Restoration.ShapeOf(file, "the file");
        file.Position = 0;
        var board = new Board(shape, new Chronicle());
        board.Machine.Uart.LinePrinted += lines.Add;
        new Restoration(board, file, "the file", Snapshot | Reboot, new Chronicle()).Run(start);
        return board;
    }

    private void AssertGuestIsWell()
    {
        _guest.WaitForALine();
        _guest.Machine.Stop();
        Assert.Empty(_guest.Verify().Problems);
        Assert.Empty(_guest.Board.Violations(migrating: false));
        Assert.False(_guest.Lines.SawCorruption);
    }

    private string Sequence() => Sequences.Of(_chronicle);
}

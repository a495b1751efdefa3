using Emulator.Commands;
using Emulator.Migration;
using Emulator.Migration.Checkpoint;
using Emulator.Story;

namespace Emulator.Paths;

/// <summary>A machine that is written to a file, which another process then has to be able to run: a background snapshot, or a CPR reboot.</summary>
internal sealed record WriteToFile(MigrationMode Mode) : MachineDriver
{
    public CheckpointStep FailAt { get; init; }

    public CheckpointStep CancelAt { get; init; }

    protected override void Prepare(PathMachine machine)
    {
    }

    protected override MigrationOutcome Take(PathMachine machine, CancellationToken cancellation)
    {
        if (Mode == MigrationMode.CprReboot)
        {
            machine.Board.Machine.SuspendGuest();
        }

        var plan = new CheckpointPlan { File = machine.File, FailAt = FailAt, CancelAt = CancelAt };
        return new FileCheckpoint(machine.Board, Mode, plan, machine.Chronicle, static _ => { }).Run(cancellation);
    }

    protected override GuestFate LookFor(PathMachine machine, bool ranBefore, CancellationToken cancellation)
    {
        GuestWaking.Wake(machine.Board, machine.Chronicle);
        GuestFate fate = base.LookFor(machine, ranBefore, cancellation);

        // A snapshot is worth something only if it can be restored.
        bool isToRestore = Mode == MigrationMode.BackgroundSnapshot && fate == GuestFate.RunsHere && File.Exists(machine.File);
        return isToRestore && LookElsewhere(machine, cancellation) != GuestFate.RunsThere ? GuestFate.Harmed : fate;
    }

    protected override GuestFate LookElsewhere(PathMachine machine, CancellationToken cancellation)
    {
        DestinationProcess process = machine.StartRestoring();
        if (process.WaitForStart(Patience) && Mode == MigrationMode.CprReboot)
        {
            machine.Chronicle.Add(EntryKind.HandedOver, "", "the guest runs in the other process");
        }

        return process.WaitForEnd(Patience) == 0 ? GuestFate.RunsThere : GuestFate.Harmed;
    }
}

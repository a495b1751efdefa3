using Emulator.Migration;
using Emulator.Story;

namespace Emulator.Paths;

/// <summary>Takes a machine of this process along a path: what the host does, what goes wrong, and where the guest is looked for afterwards.</summary>
internal abstract record MachineDriver : PathDriver
{
    /// <summary>The device whose Failed handler requires a stopped VM.</summary>
    private const string StoppingDevice = "vdpa0";

    public sealed override PathResult Follow(EmulatedPath path, CancellationToken cancellation)
    {
        using var machine = new PathMachine();
        Prepare(machine);
        machine.Boot();
        if (path.LeavesDeviceOut)
        {
            machine.Board.Unregister(StoppingDevice);
        }

        if (!path.GuestRuns)
        {
            machine.Board.Machine.Stop();
        }

        MigrationOutcome outcome = Take(machine, cancellation);
        GuestFate fate = LookFor(machine, path.GuestRuns, cancellation);
        IReadOnlyList<ChronicleEntry> entries = machine.Chronicle.EndAndCollect();
        return new PathResult(path, ObservedSequence.Of(entries), outcome.Kind, fate, VmPauses.Downtime(entries))
        {
            Troubles = [.. entries.Where(static entry => entry.Kind == EntryKind.Failure).Select(static entry => entry.What)],
        };
    }

    /// <summary>Gets ready whatever the machine is to go to.</summary>
    /// <param name="machine">The machine.</param>
    protected abstract void Prepare(PathMachine machine);

    /// <summary>Takes the machine along the path.</summary>
    /// <param name="machine">The machine, whose guest has come up.</param>
    /// <param name="cancellation">Ctrl+C.</param>
    protected abstract MigrationOutcome Take(PathMachine machine, CancellationToken cancellation);

    /// <summary>Looks for the guest, and verifies it where it is.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="ranBefore">Whether the guest ran when the path began.</param>
    /// <param name="cancellation">Ctrl+C.</param>
    protected virtual GuestFate LookFor(PathMachine machine, bool ranBefore, CancellationToken cancellation)
    {
        if (machine.Board.Machine.IsRunning)
        {
            return machine.GoesOn(cancellation) ? GuestFate.RunsHere : GuestFate.Harmed;
        }

        if (!machine.IsWhole())
        {
            return GuestFate.Harmed;
        }

        if (ranBefore)
        {
            return LookElsewhere(machine, cancellation);
        }

        machine.Board.Machine.Start();
        return machine.GoesOn(cancellation) ? GuestFate.StaysPaused : GuestFate.Harmed;
    }

    /// <summary>Looks for a guest that the source has, whole, but does not run.</summary>
    protected abstract GuestFate LookElsewhere(PathMachine machine, CancellationToken cancellation);
}

using Emulator.Migration;

namespace Emulator.Paths;

/// <summary>How a real machine is taken along a path: what the host does, what goes wrong, and where the guest is looked for afterwards.</summary>
internal abstract record PathDriver
{
    /// <summary>How long another process may take.</summary>
    protected static TimeSpan Patience { get; } = TimeSpan.FromSeconds(20);

    /// <summary>Gets ready whatever the machine is to go to; the guest comes up meanwhile.</summary>
    /// <param name="machine">The machine.</param>
    public abstract void Prepare(PathMachine machine);

    /// <summary>Takes the machine along the path.</summary>
    /// <param name="machine">The machine, whose guest has come up.</param>
    /// <param name="cancellation">Ctrl+C.</param>
    public abstract MigrationOutcome Take(PathMachine machine, CancellationToken cancellation);

    /// <summary>Looks for the guest, and verifies it where it is.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="ranBefore">Whether the guest ran when the path began.</param>
    /// <param name="cancellation">Ctrl+C.</param>
    public virtual GuestFate LookFor(PathMachine machine, bool ranBefore, CancellationToken cancellation)
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

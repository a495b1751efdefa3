using System.Net;
using Emulator.Commands;
using Emulator.Host;
using Emulator.Migration;
using Emulator.Migration.Source;
using Emulator.Story;

namespace Emulator.Paths;

/// <summary>A migration to another process.</summary>
internal sealed record Migrate : MachineDriver
{
    private const long Bandwidth = 32 << 20;

    private static readonly TimeSpan s_toDie = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_diskIsTaken = TimeSpan.FromMilliseconds(100);

    public MigrationMode Mode { get; init; } = MigrationMode.Normal;

    public Recipient To { get; init; }

    public bool Postcopy { get; init; }

    public bool ReturnPath { get; init; } = true;

    public MigrationStep FailAt { get; init; }

    public MigrationStep CancelAt { get; init; }

    public MigrationStep KillAt { get; init; }

    /// <summary>How many checkpoints there are before the destination is lost; 0: the guest is to leave.</summary>
    public int Checkpoints { get; init; }

    /// <summary>The device that refuses.</summary>
    public string? Refuse { get; init; }

    /// <summary>Whether somebody has said that this machine must not migrate.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>Whether somebody else takes the disk image when the destination dies, and leaves it a little later.</summary>
    public bool DiskIsTaken { get; init; }

    protected override void Prepare(PathMachine machine)
    {
        if (To == Recipient.Process && !IsBlocked && Refuse is null)
        {
            machine.StartDestination();
        }
    }

    protected override MigrationOutcome Take(PathMachine machine, CancellationToken cancellation)
    {
        if (Refuse is not null)
        {
            machine.Board.TryMakeRefuse(Refuse);
        }

        machine.Board.Blocker = IsBlocked ? "somebody holds a file of this host open" : null;
        return new SourceMigration(machine.Board, Plan(machine), machine.Chronicle, static _ => { }).Run(cancellation);
    }

    protected override GuestFate LookElsewhere(PathMachine machine, CancellationToken cancellation)
    {
        int? exitCode = machine.Destination?.WaitForEnd(Patience);
        return exitCode switch
        {
            null => GuestFate.Harmed,
            0 => GuestFate.RunsThere,

            // A destination that ends badly by itself, with a guest that it runs, has found it harmed.
            _ => KillAt != MigrationStep.None || machine.Destination!.IsPaused || !machine.Destination.HasStarted ? GuestFate.NobodyRuns : GuestFate.Harmed,
        };
    }

    private MigrationPlan Plan(PathMachine machine)
    {
        DestinationProcess? destination = machine.Destination;
        var plan = new MigrationPlan
        {
            Mode = Mode,
            Destination = destination?.Address ?? (To == Recipient.Nowhere ? new IPEndPoint(IPAddress.Broadcast, 1) : Addresses.NobodyListens()),
            Postcopy = Postcopy,
            ReturnPath = ReturnPath,
            FailAt = FailAt,
            CancelAt = CancelAt,
            KillAt = KillAt,
            Kill = () => destination!.Kill(),
            DestinationIsDead = () => destination is not null && (ReturnPath ? destination.HasEnded(s_toDie) : IsWithoutGuest(destination, machine.Chronicle)),
            Bandwidth = Bandwidth,
            Timeout = Patience,
            Checkpoints = Checkpoints,
        };
        return DiskIsTaken ? WithDisk(plan, machine) : plan;
    }

    private static MigrationPlan WithDisk(MigrationPlan plan, PathMachine machine)
    {
        DiskImage ours = machine.Keep(new DiskImage(machine.File));
        DiskImage others = machine.Keep(new DiskImage(machine.File));
        Timer leaves = machine.Keep(new Timer(_ => others.HandOver()));
        ours.TryTake();
        ours.IsOthers += () => leaves.Change(s_diskIsTaken, Timeout.InfiniteTimeSpan);
        return plan with
        {
            Disk = ours,
            Kill = () =>
            {
                plan.Kill();
                others.TryTake();
            },
        };
    }

    /// <summary>What somebody finds out who does not hear the destination, but looks at its host.</summary>
    private static bool IsWithoutGuest(DestinationProcess destination, Chronicle chronicle)
    {
        if (!destination.WaitForStart(Patience))
        {
            return true;
        }

        chronicle.Add(EntryKind.HandedOver, "", "the guest runs on the destination");
        return false;
    }
}

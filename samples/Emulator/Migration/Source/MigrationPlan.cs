using System.Net;
using Emulator.Host;
using Emulator.Migration.Wire;

namespace Emulator.Migration.Source;

/// <summary>Where a migration is to go, how, and what is to go wrong.</summary>
internal sealed record MigrationPlan
{
    public required IPEndPoint Destination { get; init; }

    /// <summary>Whether the guest changes sides after one round, and gets the rest of its RAM while it runs there.</summary>
    public bool Postcopy { get; init; }

    /// <summary>Normal, or CPR transfer.</summary>
    public MigrationMode Mode { get; init; } = MigrationMode.Normal;

    /// <summary>
    /// Whether the destination is listened to. Without that the migration is over when everything was sent, and the guest is taken back if
    /// <see cref="DestinationIsDead"/> then.
    /// </summary>
    public bool ReturnPath { get; init; } = true;

    /// <summary>After how many checkpoints <see cref="MigrationStep.Checkpoint"/> comes; 0: the guest leaves instead of being copied again and again.</summary>
    public int Checkpoints { get; init; }

    /// <summary>How long the guest runs between checkpoints.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The image that both sides write, one after the other.</summary>
    public DiskImage? Disk { get; init; }

    public MigrationStep FailAt { get; init; }

    public MigrationStep CancelAt { get; init; }

    public MigrationStep KillAt { get; init; }

    /// <summary>Kills the destination.</summary>
    public Action Kill { get; init; } = () => { };

    /// <summary>
    /// Whether the destination is known to be dead, and with it the guest there: asked when the guest was given up and nothing was heard since. Only who
    /// knows that may start the guest here.
    /// </summary>
    public Func<bool> DestinationIsDead { get; init; } = () => false;

    /// <summary>The longest wait for the destination.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Bytes a second while the guest runs; the downtime is not slowed down.</summary>
    public long Bandwidth { get; init; } = 6 << 20;

    /// <summary>The VM is stopped as soon as what is left could be sent in this time, as fast as the last round was.</summary>
    public TimeSpan DowntimeLimit { get; init; } = TimeSpan.FromMilliseconds(230);

    /// <summary>The longest that one section, or one answer, may take.</summary>
    public TimeSpan SectionTime { get; init; } = SectionClock.DefaultLimit;

    /// <summary>After so many rounds the VM is stopped, however much is left.</summary>
    public int MostRounds { get; init; } = 30;
}

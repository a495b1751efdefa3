namespace NotifierGen;

/// <summary>Whether a failed migration starts the VM again.</summary>
public enum RestartPolicy
{
    /// <summary>Start it if the session stopped it while it ran; a VM that was paused before stays paused.</summary>
    WhenItRanBefore,

    /// <summary>As <see cref="WhenItRanBefore"/>, but leave it stopped when a handler of the phase before the start threw.</summary>
    KeepStoppedOnFault,

    /// <summary>Do not start it: for example because its disks cannot be taken back. <see cref="MigrationSession.Reclaim"/> can later.</summary>
    Never,
}

namespace Emulator.Story;

/// <summary>What an entry tells of.</summary>
internal enum EntryKind
{
    /// <summary>A step of the migration.</summary>
    Step,

    /// <summary>How far a round of pre-copy is, for those who watch.</summary>
    Progress,

    /// <summary>A round of pre-copy.</summary>
    Round,

    /// <summary>A notification begins.</summary>
    Notification,

    /// <summary>A device did something.</summary>
    Device,

    /// <summary>The vCPUs stopped.</summary>
    VmStopped,

    /// <summary>The vCPUs are about to start.</summary>
    VmStarts,

    /// <summary>The guest runs on the other side.</summary>
    HandedOver,

    /// <summary>What went wrong.</summary>
    Failure,

    /// <summary>The guest printed a line.</summary>
    Guest,

    /// <summary>The destination's process printed a line.</summary>
    Destination,

    /// <summary>What a verification found.</summary>
    Verification,
}

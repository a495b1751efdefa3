namespace NotifierGen;

/// <summary>What kind of migration is under way; a handler names the modes in which it takes part.</summary>
[Flags]
public enum MigrationMode : byte
{
    /// <summary>Live migration to another host, with or without postcopy.</summary>
    Normal = 1,

    /// <summary>A snapshot that is written while the guest runs on.</summary>
    BackgroundSnapshot = 2,

    /// <summary>Checkpoint and restart: state to a file, a new process after a host reboot.</summary>
    CprReboot = 4,

    /// <summary>Checkpoint and restart: to a new process on the same host, file descriptors handed over.</summary>
    CprTransfer = 8,

    /// <summary>Checkpoint and restart: the process replaces its own image.</summary>
    CprExec = 16,

    /// <summary>Every mode.</summary>
    All = Normal | BackgroundSnapshot | CprReboot | CprTransfer | CprExec,
}

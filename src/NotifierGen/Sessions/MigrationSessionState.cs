namespace NotifierGen;

/// <summary>Where a <see cref="MigrationSession"/> stands.</summary>
public enum MigrationSessionState
{
    /// <summary>Setup was accepted; memory is being sent while the guest may run.</summary>
    Active,

    /// <summary>Switchover: <see cref="MigrationSession.StopVm"/> was called, the VM is stopped.</summary>
    Stopped,

    /// <summary><see cref="MigrationSession.ResumeVm"/> was called: the guest runs on while the session goes on.</summary>
    Resumed,

    /// <summary><see cref="MigrationSession.StartPostcopy"/> was called: the destination owns the guest.</summary>
    PostcopyActive,

    /// <summary>Done was raised.</summary>
    Completed,

    /// <summary>Failed was raised.</summary>
    Failed,

    /// <summary>Reclaimed was raised.</summary>
    Reclaimed,
}

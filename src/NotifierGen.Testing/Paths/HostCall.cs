namespace NotifierGen.Testing;

/// <summary>What a host does on its way through a migration. The first word of the names that belong to the destination is Incoming.</summary>
public enum HostCall
{
    /// <summary>Begins the migration: Setup.</summary>
    Begin,

    /// <summary>Sends memory while the guest may run. Raises nothing; the author's <see cref="MigrationExploration{TMachine}.During(HostCall, Action{TMachine})"/> gives it work.</summary>
    Iterate,

    /// <summary>Switchover: stops the VM.</summary>
    StopVm,

    /// <summary>Saves the devices' states. Raises nothing; see <see cref="Iterate"/>.</summary>
    Save,

    /// <summary>Lets the guest run on: background snapshot, checkpoint.</summary>
    ResumeVm,

    /// <summary>Hands the guest over while memory is still to be fetched.</summary>
    StartPostcopy,

    /// <summary>The migration succeeded.</summary>
    Complete,

    /// <summary>The migration failed or was cancelled, as <see cref="HostStep.Failure"/> and <see cref="HostStep.Policy"/> say.</summary>
    Fail,

    /// <summary>The host forgets the session and disposes it.</summary>
    Abandon,

    /// <summary>The source takes the guest back.</summary>
    Reclaim,

    /// <summary>Begins to receive a guest: IncomingSetup.</summary>
    IncomingBegin,

    /// <summary>Loads the devices' states. Raises nothing; see <see cref="Iterate"/>.</summary>
    IncomingLoad,

    /// <summary>Everything was loaded; the VM is started.</summary>
    IncomingComplete,

    /// <summary>Everything was loaded; the guest was paused on the source, and stays so.</summary>
    IncomingCompletePaused,

    /// <summary>The guest did not arrive.</summary>
    IncomingFail,

    /// <summary>The host forgets the session of the destination and disposes it.</summary>
    IncomingAbandon,
}

namespace NotifierGen.Testing;

/// <summary>
/// Who raises the events of a migration. By default a <see cref="MigrationSession"/> does, or an <see cref="IncomingSession"/>; a host with a state
/// machine of its own (<see cref="MigrationDispatcher.Notify"/>) implements this to be explored in their place.
/// </summary>
/// <remarks>Each call answers with the faults that it would report. Used by one thread.</remarks>
public interface IMigrationHost
{
    /// <summary>Begins to migrate, as <see cref="MigrationDispatcher.TryBegin"/> does.</summary>
    /// <param name="mode">The mode.</param>
    /// <returns>Whether every device accepted. If one did not, everything was rolled back.</returns>
    bool TryBegin(MigrationMode mode);

    /// <summary>As <see cref="MigrationSession.StopVm"/>.</summary>
    /// <returns>The faults.</returns>
    IReadOnlyList<HandlerFault> StopVm();

    /// <summary>As <see cref="MigrationSession.ResumeVm"/>.</summary>
    /// <returns>The faults.</returns>
    IReadOnlyList<HandlerFault> ResumeVm();

    /// <summary>As <see cref="MigrationSession.StartPostcopy"/>.</summary>
    /// <returns>The faults.</returns>
    IReadOnlyList<HandlerFault> StartPostcopy();

    /// <summary>As <see cref="MigrationSession.Complete"/>.</summary>
    /// <returns>The faults.</returns>
    IReadOnlyList<HandlerFault> Complete();

    /// <summary>As <see cref="MigrationSession.Fail"/>.</summary>
    /// <param name="failure">Why.</param>
    /// <param name="policy">Whether the VM is started.</param>
    /// <returns>The faults.</returns>
    IReadOnlyList<HandlerFault> Fail(MigrationFailure failure, RestartPolicy policy);

    /// <summary>As <see cref="MigrationSession.Dispose"/> without an end.</summary>
    void Abandon();

    /// <summary>As <see cref="MigrationSession.Reclaim"/>.</summary>
    /// <returns>The faults.</returns>
    IReadOnlyList<HandlerFault> Reclaim();

    /// <summary>Begins to receive, as <see cref="MigrationDispatcher.TryBeginIncoming"/> does.</summary>
    /// <param name="mode">The mode.</param>
    /// <returns>Whether every device accepted. If one did not, everything was rolled back.</returns>
    bool TryBeginIncoming(MigrationMode mode);

    /// <summary>As <see cref="IncomingSession.Complete"/>.</summary>
    /// <param name="startVm">Whether the VM is started.</param>
    /// <returns>The faults.</returns>
    IReadOnlyList<HandlerFault> CompleteIncoming(bool startVm);

    /// <summary>As <see cref="IncomingSession.Fail"/>.</summary>
    /// <param name="failure">Why.</param>
    /// <returns>The faults.</returns>
    IReadOnlyList<HandlerFault> FailIncoming(MigrationFailure failure);

    /// <summary>As <see cref="IncomingSession.Dispose"/> without an end.</summary>
    void AbandonIncoming();
}

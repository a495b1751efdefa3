using System.ComponentModel;

namespace NotifierGen.CompilerServices;

/// <summary>
/// What a test tool (NotifierGen.Testing) sees of a dispatcher, and where it can make a handler fail. Not for hosts: these have reports, timings,
/// the EventSource, the Meter and the ActivitySource.
/// </summary>
/// <remarks>Called by the dispatching thread, device by device; registrations by the thread that registers, under the registry's lock.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class DispatchObserver
{
    /// <summary>A handler is about to be called. What this throws counts as if the handler had thrown it, before it did anything.</summary>
    /// <param name="row">The index of its row in <see cref="MigrationDispatcher.CurrentTable"/>.</param>
    /// <param name="device">The device; null for a static handler.</param>
    /// <param name="context">What the handler is told.</param>
    /// <returns>A refusal counts as the handler's own, which is then not called; it means something for Setup and IncomingSetup only.</returns>
    public abstract SetupResult Calling(int row, object? device, in MigrationContext context);

    /// <summary>A handler returned. What this throws counts as if the handler had thrown it, at its end.</summary>
    /// <param name="row">The index of its row in <see cref="MigrationDispatcher.CurrentTable"/>.</param>
    /// <param name="device">The device; null for a static handler.</param>
    /// <param name="answer">What it answered, or was made to answer; acceptance for a handler that answers nothing.</param>
    public abstract void Returned(int row, object? device, SetupResult answer);

    /// <summary>A handler threw, or was made to. Must not throw.</summary>
    /// <param name="row">The index of its row in <see cref="MigrationDispatcher.CurrentTable"/>.</param>
    /// <param name="device">The device; null for a static handler.</param>
    /// <param name="exception">What was thrown.</param>
    public abstract void Threw(int row, object? device, Exception exception);

    /// <summary>A device was registered. Must not throw, nor call the dispatcher.</summary>
    /// <param name="device">The device.</param>
    public abstract void Registered(object device);

    /// <summary>A device was unregistered. Must not throw, nor call the dispatcher.</summary>
    /// <param name="device">The device.</param>
    public abstract void Unregistered(object device);
}

using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using NotifierGen.CompilerServices;
using NotifierGen.Dispatch;
using NotifierGen.Registry;

namespace NotifierGen;

/// <summary>
/// A machine's registered devices and the compile-time table of their handlers. Derived classes are partial and marked
/// <see cref="DispatchTableAttribute"/>; the generator writes their table.
/// </summary>
/// <remarks>
/// Rows of one event and phase run one after the other, each over all registered instances of its device class in registration order (Failed
/// and IncomingFailed in reverse). Registering and unregistering is safe on any thread at any time, also inside a handler: a device
/// unregistered before its turn is not called, one registered during a row is called from the next row on. Dispatching takes no lock and
/// allocates nothing unless a handler throws. One session at a time.
/// </remarks>
public abstract partial class MigrationDispatcher
{
    private static long s_lastSessionId;

    private readonly DeviceRegistry _registry;
    private PairingScope? _openSession;

    /// <summary>Creates a dispatcher without devices.</summary>
    [SuppressMessage("Usage", "CA2214:Do not call overridable methods in constructors", Justification = "The override is generated and returns a static.")]
    protected MigrationDispatcher() => _registry = new DeviceRegistry(new TablePlan(Rows));

    /// <summary>How many devices are registered.</summary>
    public int DeviceCount => _registry.Count;

    /// <summary>
    /// What <see cref="MigrationSession.RecordTimings"/> and <see cref="IncomingSession.RecordTimings"/> are in sessions that begin from now on: the only
    /// way to have the times of Setup's handlers (<see cref="MigrationSession.SetupReport"/>), which have run when a host gets its session. False by
    /// default; does nothing to a session that is open, or to <see cref="Notify"/>. May be set on any thread.
    /// </summary>
    public bool RecordTimings { get; set; }

    /// <summary>The table; written by the generator. Always the same object.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract DispatchTable Rows { get; }

    /// <summary>Registers a device: its handlers are called from the next row on.</summary>
    /// <remarks>
    /// O(1) amortised; safe on any thread. A class that is derived from one in the table is called as its base. A device that is registered
    /// while a session is under way has not been asked in Setup: if its class has a Setup handler, it gets no event of that session.
    /// </remarks>
    /// <param name="device">The device. Told apart by identity, not by Equals.</param>
    /// <exception cref="ArgumentNullException"><paramref name="device"/> is null.</exception>
    /// <exception cref="ArgumentException">No row of the table is for its class, or this instance is registered already.</exception>
    public void Register(object device)
    {
        if (!TryRegister(device))
        {
            throw new ArgumentException(
                $"'{device.GetType()}' has no handlers in the table of '{GetType()}'. Mark its methods with [OnMigrationEvent] and reference the "
                + "project that declares them, or add an assembly that is loaded later with AddModule; static handlers need no registration. "
                + "TryRegister is for devices that may have none.",
                nameof(device));
        }
    }

    /// <summary>Registers a device if the table has handlers of its class; otherwise does nothing.</summary>
    /// <param name="device">The device.</param>
    /// <returns>Whether it was registered.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="device"/> is null.</exception>
    /// <exception cref="ArgumentException">This instance is registered already.</exception>
    /// <inheritdoc cref="Register" path="/remarks"/>
    public bool TryRegister(object device) => _registry.TryAdd(device ?? throw new ArgumentNullException(nameof(device)));

    /// <summary>Unregisters a device: if its turn in a running dispatch has not come, it is not called any more.</summary>
    /// <remarks>O(1) amortised; safe on any thread. A handler that is being called on another thread is not waited for.</remarks>
    /// <param name="device">The device.</param>
    /// <returns>Whether it was registered.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="device"/> is null.</exception>
    public bool Unregister(object device)
    {
        bool removed = _registry.Remove(device ?? throw new ArgumentNullException(nameof(device)));
        LetUnloadingModulesGo();
        return removed;
    }

    /// <summary>Begins an outgoing migration: raises Setup. What follows is compiled before that (<see cref="Prepare()"/>).</summary>
    /// <param name="vm">The machine; it usually runs.</param>
    /// <param name="mode">The mode of the migration: exactly one flag.</param>
    /// <returns>The session, to be completed, failed or disposed by the caller.</returns>
    /// <exception cref="MigrationRefusedException">A device refused, or threw. Failed was raised for those that had accepted.</exception>
    /// <exception cref="InvalidOperationException">A session of this dispatcher is open.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="vm"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mode"/> is not exactly one mode.</exception>
    public MigrationSession Begin(IVirtualMachine vm, MigrationMode mode = MigrationMode.Normal) =>
        TryBegin(vm, mode, out MigrationSession? session, out SetupRefusal? refusal) ? session : throw new MigrationRefusedException(refusal);

    /// <summary>As <see cref="Begin"/>, but a refusal is returned, not thrown.</summary>
    /// <param name="vm">The machine; it usually runs.</param>
    /// <param name="mode">The mode of the migration: exactly one flag.</param>
    /// <param name="session">The session, if every device accepted.</param>
    /// <param name="refusal">Who refused, and what the rollback did, if one did.</param>
    /// <returns>Whether every device accepted.</returns>
    /// <inheritdoc cref="Begin" path="/exception[not(@cref='T:NotifierGen.MigrationRefusedException')]"/>
    public bool TryBegin(IVirtualMachine vm, MigrationMode mode, [NotNullWhen(true)] out MigrationSession? session, [NotNullWhen(false)] out SetupRefusal? refusal)
    {
        Prepare(vm, mode, incoming: false);
        MigrationSession begun = new(this, Open(vm, mode), vm, mode);
        refusal = begun.SetUp();
        session = refusal is null ? begun : null;
        return refusal is null;
    }

    /// <summary>Begins to receive a guest: raises IncomingSetup.</summary>
    /// <param name="vm">The machine; it must be stopped.</param>
    /// <param name="mode">The mode of the migration: exactly one flag.</param>
    /// <returns>The session, to be completed, failed or disposed by the caller.</returns>
    /// <exception cref="MigrationRefusedException">A device refused, or threw. IncomingFailed was raised for those that had accepted.</exception>
    /// <exception cref="InvalidOperationException">A session of this dispatcher is open, or the VM runs.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="vm"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mode"/> is not exactly one mode.</exception>
    public IncomingSession BeginIncoming(IVirtualMachine vm, MigrationMode mode = MigrationMode.Normal) =>
        TryBeginIncoming(vm, mode, out IncomingSession? session, out SetupRefusal? refusal) ? session : throw new MigrationRefusedException(refusal);

    /// <summary>As <see cref="BeginIncoming"/>, but a refusal is returned, not thrown.</summary>
    /// <param name="vm">The machine; it must be stopped.</param>
    /// <param name="mode">The mode of the migration: exactly one flag.</param>
    /// <param name="session">The session, if every device accepted.</param>
    /// <param name="refusal">Who refused, and what the rollback did, if one did.</param>
    /// <returns>Whether every device accepted.</returns>
    /// <inheritdoc cref="BeginIncoming" path="/exception[not(@cref='T:NotifierGen.MigrationRefusedException')]"/>
    public bool TryBeginIncoming(IVirtualMachine vm, MigrationMode mode, [NotNullWhen(true)] out IncomingSession? session, [NotNullWhen(false)] out SetupRefusal? refusal)
    {
        if (vm is { IsRunning: true })
        {
            throw new InvalidOperationException("BeginIncoming: the VM runs. Stop it first: a guest can only be received into a stopped machine.");
        }

        Prepare(vm, mode, incoming: true);
        IncomingSession begun = new(this, Open(vm!, mode, incoming: true), vm!, mode);
        refusal = begun.SetUp();
        session = refusal is null ? begun : null;
        return refusal is null;
    }

    /// <summary>
    /// The raw dispatch of one event and phase, for hosts with a state machine of their own: calls the rows and nothing else, whatever came
    /// before. The VM is neither stopped nor started.
    /// </summary>
    /// <remarks>
    /// With <see cref="MigrationContext.SessionId"/> 0 every registered device takes part. With any other ID, chosen by the host, the events
    /// after Setup (or IncomingSetup) go only to devices that accepted in the Setup of the same ID, and to classes without one.
    /// A Setup walk stops at a refusal; raising Failed is then the host's business.
    /// </remarks>
    /// <param name="context">What is raised, and what the handlers are told.</param>
    /// <returns>The faults; for Setup also the refusal.</returns>
    /// <exception cref="ArgumentException">The context is contradictory: unknown event, phase or mode, or a phase where there is none.</exception>
    /// <exception cref="InvalidOperationException">The ID is not 0 and not that of the session that is open.</exception>
    public DispatchReport Notify(in MigrationContext context)
    {
        DispatchSection section = Check(context);
        ReportBuilder report = ReportBuilder.Start();
        SetupRefusal? refusal = Dispatch(section, in context, HostScope(section, in context), ref report);
        LetUnloadingModulesGo();
        return report.ToReport(refusal);
    }

    /// <summary>Runs the rows from where the cursor stands; written by the generator.</summary>
    /// <param name="cursor">Where the dispatch stands.</param>
    /// <param name="context">What the handlers are told.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void Run(ref RowCursor cursor, in MigrationContext context);

    /// <summary>Dispatches one event and phase of a session.</summary>
    internal SetupRefusal? Raise(in MigrationContext context, PairingScope scope, ref ReportBuilder report) =>
        Dispatch(Sections.Of(context.Event, context.Phase), in context, scope, ref report);

    /// <summary>Whether a device that takes part has a handler that needs stopped vCPUs when the migration fails.</summary>
    internal bool AnyRequiresStoppedVm(MigrationMode mode, PairingScope scope)
    {
        TablePlan plan = _registry.Plan;
        for (int row = plan.Table.FirstRow(DispatchSection.FailedBeforeVmStart); row < plan.Table.EndRow(DispatchSection.FailedBeforeVmStart); row++)
        {
            if (plan.Table.Rows[row].RequiresStoppedVm && (plan.Rows[row].Modes & mode) != 0 && AnyTakesPart(plan.Rows[row].List, mode, scope))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the scope's session is the dispatcher's last: a later one forgets what earlier ones knew.</summary>
    internal bool IsCurrent(PairingScope scope) => _registry.Scope == scope;

    /// <summary>From here another session may begin. The scope stays for Reclaimed until then, or until <see cref="Forget"/>.</summary>
    internal void Close(PairingScope scope)
    {
        Interlocked.CompareExchange(ref _openSession, null, scope);
        LetUnloadingModulesGo();
    }

    /// <summary>The session will raise nothing any more.</summary>
    internal void Forget(PairingScope scope) => _registry.Leave(scope);

    private static bool AnyTakesPart(DeviceList list, MigrationMode mode, PairingScope scope)
    {
        if (list.Open(out int count) is { } slots)
        {
            for (int slot = 0; slot < count; slot++)
            {
                if (scope.Includes(list, slots, slot, mode))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static DispatchSection Check(in MigrationContext context)
    {
        if (context.Event > MigrationEvent.IncomingFailed)
        {
            throw new ArgumentException($"Notify: '{context.Event}' is not a migration event.", nameof(context));
        }

        if (context.Phase > Phase.AfterVmStart || (context.Phase != Phase.BeforeVmStart && !Sections.HasPhases(context.Event)))
        {
            throw new ArgumentException($"Notify: {context.Event} has no phase '{context.Phase}'. Only Failed, Reclaimed and IncomingDone have phases.", nameof(context));
        }

        return MigrationModes.IsOne(context.Mode)
            ? Sections.Of(context.Event, context.Phase)
            : throw new ArgumentException($"Notify: '{context.Mode}' is not exactly one mode.", nameof(context));
    }

    private PairingScope Open(IVirtualMachine vm, MigrationMode mode, bool incoming = false)
    {
        ArgumentNullException.ThrowIfNull(vm);

        if (!MigrationModes.IsOne(mode))
        {
            throw new ArgumentOutOfRangeException(nameof(mode), mode, "A migration has exactly one mode.");
        }

        PairingScope scope = new(Interlocked.Increment(ref s_lastSessionId), incoming, _registry.Plan);
        if (Interlocked.CompareExchange(ref _openSession, scope, null) is not null)
        {
            throw new InvalidOperationException(
                $"'{GetType()}' has an open session. Complete, fail or dispose it before another one begins: a machine migrates once at a time.");
        }

        _registry.Enter(scope);
        return scope;
    }

    /// <summary>The scope of a host's own sequence of events, or that of the open session.</summary>
    private PairingScope? HostScope(DispatchSection section, in MigrationContext context)
    {
        if (context.SessionId == 0)
        {
            return null;
        }

        PairingScope? open = Volatile.Read(ref _openSession);
        if (open is not null && (open.Id != context.SessionId || Sections.IsSetup(section)))
        {
            throw new InvalidOperationException(
                $"Notify: session {context.SessionId} cannot raise {context.Event} while session {open.Id} is open. Use SessionId 0 for a dispatch without pairing.");
        }

        PairingScope? current = _registry.Scope;
        if (!Sections.IsSetup(section) && current?.Id == context.SessionId && current.Incoming == Sections.IsIncoming(section))
        {
            return current;
        }

        PairingScope scope = new(context.SessionId, Sections.IsIncoming(section), _registry.Plan);
        if (Sections.IsSetup(section))
        {
            _registry.Enter(scope);
        }

        return scope;
    }
}

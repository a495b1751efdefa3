#if NET
using System.Runtime.CompilerServices;
#endif
using NotifierGen.Dispatch;
using NotifierGen.Preparation;

namespace NotifierGen;

/// <content>What is done before a guest stands still, so that it is not done while it does.</content>
public abstract partial class MigrationDispatcher
{
    private readonly object _preparing = new();
    private (int Plan, MigrationMode Outgoing, MigrationMode Incoming) _rehearsed;

    // NativeAOT has compiled everything, but links what is called first only then: a rehearsal is worth something there, too.
    private static bool Compiles =>
#if NET
        RuntimeFeature.IsDynamicCodeCompiled;
#else
        true;
#endif

    /// <summary>
    /// Has the runtime compile what a migration runs while the guest stands still: the rows of the table, and the handlers of the devices that are
    /// registered. <see cref="Begin"/> and <see cref="BeginIncoming"/> do so themselves, for the mode that begins; a host that has the time earlier,
    /// or that raises its events with <see cref="Notify"/>, calls this.
    /// </summary>
    /// <remarks>
    /// No handler is called and no event is raised, but static constructors of device classes may run. What is compiled already costs nothing; what
    /// the handlers call is compiled when they call it first. Counts as a dispatch for <see cref="AddModule"/> and <see cref="RemoveModule"/>.
    /// Under NativeAOT everything is compiled already, and only run through once. Safe on any thread.
    /// </remarks>
    public void Prepare()
    {
        // What Notify asks before it dispatches.
        _ = Check(new MigrationContext { Event = MigrationEvent.Failed, Phase = Phase.AfterVmStart });
        Prepare(null, MigrationMode.All, incoming: false);
        Prepare(null, MigrationMode.All, incoming: true);
    }

    private void Prepare(IVirtualMachine? vm, MigrationMode modes, bool incoming)
    {
        lock (_preparing)
        {
            TablePlan plan = _registry.Plan;
            bool isNew = Compiles && HandlerCode.Compile(plan);
            if (isNew || _rehearsed.Plan != plan.Version)
            {
                _rehearsed = (plan.Version, 0, 0);
            }

            MigrationMode known = incoming ? _rehearsed.Incoming : _rehearsed.Outgoing;
            if ((known & modes) == modes)
            {
                return;
            }

            if (Compiles)
            {
                MachineCode.CompileLibrary();
                if (vm is not null)
                {
                    MachineCode.Compile(vm);
                }
            }

            if (incoming)
            {
                Rehearsal.Incoming(this, plan, modes);
                _rehearsed.Incoming |= modes;
            }
            else
            {
                Rehearsal.Outgoing(this, plan, modes);
                _rehearsed.Outgoing |= modes;
            }
        }
    }
}

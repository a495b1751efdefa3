namespace Devices.Vdpa;

public sealed partial class VdpaNet
{
    /// <summary>From here on somebody has to see what is written. The guest runs: the hardware is stopped for a moment, the guest's rings are not touched.</summary>
    [OnMigrationEvent(Setup)]
    private void ShadowOn(in MigrationContext context)
    {
        lock (_gate)
        {
            if (!_shadow)
            {
                bool ran = _running;
                StopHardware();
                Restart(ran, context);
            }
        }
    }

    /// <summary>
    /// The shadow queues go. What they still hold is handed on to the guest's rings first, and a driver that looks at its rings at that moment would
    /// see a used buffer that it is not told of: the vCPUs must stand still.
    /// </summary>
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true, BudgetMicroseconds = 2000)]
    [OnMigrationEvent(Done)]
    private void ShadowAsConfigured(in MigrationContext context)
    {
        lock (_gate)
        {
            bool ran = _running;
            HandOnUsed();
            StopHardware();
            Restart(ran, context);
        }
    }

    /// <summary>The RAM is here: its rings, not the stream, say how far the guest was told.</summary>
    [OnMigrationEvent(IncomingDone)]
    private void TakeRings()
    {
        lock (_gate)
        {
            ulong used = _machine.Memory.ReadUInt64(_ring.UsedCount);
            if (used != _used)
            {
                _machine.Log.Write(Name, "ring and state differ, ring believed, buffers", unchecked((long)(used - _used)));
                _taken = _used = used;
            }
        }
    }

    /// <summary>No guest came: the ring was never used.</summary>
    [OnMigrationEvent(IncomingFailed)]
    private void ForgetRings()
    {
        lock (_gate)
        {
            _taken = _used = 0;
        }
    }

    // Whether a migration is under way is what the event says. Asked of a global, the answer is still "yes" while a cancelled one is being wound up.
    private void Restart(bool ran, in MigrationContext context)
    {
        _shadow = _shadowConfigured || context.Event == Setup;
        _machine.Log.Write(Name, _shadow ? "shadow queues on" : "shadow queues off");
        if (ran)
        {
            StartHardware();
        }
    }
}

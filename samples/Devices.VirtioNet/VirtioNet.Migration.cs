namespace Devices.VirtioNet;

public sealed partial class VirtioNet
{
    /// <summary>Asks the guest to let go of the primary. A guest that cannot be asked is no reason to refuse: the warning says what to expect.</summary>
    [OnMigrationEvent(Setup)]
    private void UnplugPrimary(in MigrationContext context)
    {
        // Hidden before the request, because the guest may answer while it is being asked; asked without the lock, because its answer takes it.
        lock (_gate)
        {
            _guestLeft = false;
            _wasPaused = context.VcpusStopped;
            Hide(PrimaryState.UnplugRequested);
        }

        if (_port.TryRequestUnplug(this))
        {
            _machine.Log.Write(Name, "primary: guest asked to let go");
            return;
        }

        lock (_gate)
        {
            Show();
        }

        _machine.Log.Write(Name, "primary: warning, the guest cannot be asked to let go");
    }

    /// <summary>
    /// Gives the guest its primary back, however far it had let go, if it goes on here: it runs, is about to, or was paused all along and is resumed
    /// when somebody likes. No vCPU has to stand still for that: the guest is told by its hot-plug port.
    /// </summary>
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, BudgetMicroseconds = 500)]
    private void PlugBack(in MigrationContext context)
    {
        bool goesOn = !context.VcpusStopped || context.VmWillStart;
        lock (_gate)
        {
            // Handed over in postcopy, or kept stopped although it ran: perhaps it goes on elsewhere, with another primary.
            _guestLeft |= !goesOn && !_wasPaused;
            if (_guestLeft)
            {
                return;
            }
        }

        TakeBack();
    }

    /// <summary>
    /// The guest is gone; the primary stays here, unplugged, for whoever comes next. A guest that runs on after a checkpoint has not gone, and gets it back.
    /// </summary>
    [OnMigrationEvent(PostcopyStart)]
    [OnMigrationEvent(Done)]
    private void LetGuestGo(in MigrationContext context)
    {
        if (!context.VcpusStopped)
        {
            TakeBack();
            return;
        }

        lock (_gate)
        {
            _guestLeft = true;
        }
    }

    /// <summary>The guest is here again, and has its primary before it runs.</summary>
    [OnMigrationEvent(Reclaimed)]
    private void TakeBack()
    {
        lock (_gate)
        {
            _guestLeft = false;
            if (_primary == PrimaryState.Plugged)
            {
                return;
            }
        }

        PlugPrimary();
    }

    /// <summary>The guest that is coming has let go of its primary: it must not see this one until it is here.</summary>
    [OnMigrationEvent(IncomingSetup)]
    private void HidePrimary()
    {
        lock (_gate)
        {
            Hide(PrimaryState.Unplugged);
        }
    }

    /// <summary>Everything is loaded: the guest gets this host's primary.</summary>
    [OnMigrationEvent(IncomingDone, BudgetMicroseconds = 500)]
    private void PlugPrimary()
    {
        lock (_gate)
        {
            _guestLeft = false;
            Show();
        }

        _port.Plug(this);
        _machine.Log.Write(Name, "primary: plugged");
    }

    /// <summary>No guest came. There is nobody to plug the primary for; it is as at power-on.</summary>
    [OnMigrationEvent(IncomingFailed)]
    private void ShowPrimary()
    {
        lock (_gate)
        {
            Show();
        }
    }

    private void Hide(PrimaryState state)
    {
        _primary = state;
        _hidden = true;
        _stateRegistered = false;
    }

    private void Show()
    {
        _primary = PrimaryState.Plugged;
        _hidden = false;
        _stateRegistered = true;
    }
}

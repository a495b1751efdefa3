namespace Devices.Spice;

public sealed partial class SpiceServer
{
    /// <summary>Tells the viewers to connect to the target as well.</summary>
    [OnMigrationEvent(Setup)]
    private void StartSwitch()
    {
        lock (_gate)
        {
            if (_target is null)
            {
                return;
            }

            _handoverPending = true;
            Array.Fill(_clients, SpiceClientState.Switching);
            _machine.Log.Write(Name, "viewers told of the target", _clients.Length);
        }
    }

    /// <summary>The guest is over there: the viewers leave. One that runs on here after a checkpoint has not gone, and keeps them.</summary>
    [OnMigrationEvent(Done)]
    private void ReleaseClients(in MigrationContext context)
    {
        if (context.VcpusStopped)
        {
            EndSwitch(SpiceClientState.Moved, "viewers sent after the guest");
        }
        else
        {
            KeepClients();
        }
    }

    /// <summary>The guest is still here: the viewers stay, and drop what they had begun. The screen comes last, a running guest does not wait for it.</summary>
    [OnMigrationEvent(Failed, Phase.AfterVmStart)]
    private void KeepClients() => EndSwitch(SpiceClientState.Here, "viewers kept");

    /// <summary>The guest came back; viewers that left know this address and connect anew.</summary>
    [OnMigrationEvent(Reclaimed, Phase.AfterVmStart)]
    private void WelcomeBack()
    {
        lock (_gate)
        {
            Array.Fill(_clients, SpiceClientState.Here);
            _machine.Log.Write(Name, "viewers back", _clients.Length);
        }
    }

    private void EndSwitch(SpiceClientState end, string action)
    {
        lock (_gate)
        {
            if (!_handoverPending)
            {
                return;
            }

            _target = null;
            _handoverPending = false;
            Array.Fill(_clients, end);
            _machine.Log.Write(Name, action, _clients.Length);
        }
    }
}

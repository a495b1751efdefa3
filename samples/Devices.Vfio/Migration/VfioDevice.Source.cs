namespace Devices.Vfio;

public sealed partial class VfioDevice
{
    // Two rows, not one: a peer that still answers nothing would lose the DMA of the first device that runs, so every device is taken to
    // RunningP2P before any is taken to Running.
    private const int QuiesceAll = 0;
    private const int RunAll = 1;

    /// <summary>Begins to copy the state while the device works. A device that stands still is copied as a whole later.</summary>
    [OnMigrationEvent(Setup)]
    private SetupResult StartPreCopy()
    {
        lock (_peers.Gate)
        {
            if (_state == VfioDeviceState.Error)
            {
                return SetupResult.Refuse($"{Name} is in Error: reset it, or unplug it before migrating");
            }

            if (_state != VfioDeviceState.Running)
            {
                return SetupResult.Accept;
            }

            if (!TryMoveTo(VfioDeviceState.PreCopy))
            {
                MoveOrReset(VfioDeviceState.Running);
                return SetupResult.Refuse($"{Name}: the firmware does not enter PreCopy; its log may tell why");
            }

            _machine.Log.Write(Name, "PreCopy");
            return SetupResult.Accept;
        }
    }

    /// <summary>The process changes, the device does not: it goes on working while the vCPUs stand still.</summary>
    [OnMigrationEvent(Setup, Modes = CprModes.HandsOver)]
    private void OutliveVcpus()
    {
        lock (_peers.Gate)
        {
            _outlivesVcpus = true;
        }
    }

    /// <summary>Makes every device answer before any works: first row of two.</summary>
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, Modes = MigrationMode.Normal | CprModes.HandsOver, Order = QuiesceAll, BudgetMicroseconds = 1000)]
    [OnMigrationEvent(Reclaimed, Modes = MigrationMode.Normal | CprModes.HandsOver, Order = QuiesceAll)]
    [OnMigrationEvent(IncomingDone, Order = QuiesceAll, BudgetMicroseconds = 1000)]
    private void Answer(in MigrationContext context)
    {
        lock (_peers.Gate)
        {
            _outlivesVcpus = false;
            bool standsStill = _state is not (VfioDeviceState.Running or VfioDeviceState.PreCopy);
            if (StaysStopped(context) ? !standsStill : standsStill)
            {
                MoveOrReset(VfioDeviceState.RunningP2P);
                _machine.Log.Write(Name, "RunningP2P");
            }
        }
    }

    /// <summary>Works again, or stands still with the VM if that is not going to start: second row of two. A peer that refused is not told, so it
    /// still stands still: the start of the VM, which takes every device along, then lets this one work.</summary>
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, Modes = MigrationMode.Normal | CprModes.HandsOver, Order = RunAll, BudgetMicroseconds = 1000)]
    [OnMigrationEvent(Reclaimed, Modes = MigrationMode.Normal | CprModes.HandsOver, Order = RunAll)]
    [OnMigrationEvent(IncomingDone, Order = RunAll, BudgetMicroseconds = 1000)]
    private void Run(in MigrationContext context)
    {
        lock (_peers.Gate)
        {
            if (StaysStopped(context))
            {
                MoveOrReset(VfioDeviceState.Stop);
                _machine.Log.Write(Name, "Stop");
            }
            else if (_peers.AllAnswer)
            {
                MoveOrReset(VfioDeviceState.Running);
                _machine.Log.Write(Name, "Running");
            }
        }
    }

    /// <summary>The other side has it all: there is nothing left to copy.</summary>
    [OnMigrationEvent(PostcopyStart)]
    [OnMigrationEvent(Done)]
    private void FinishCopy()
    {
        lock (_peers.Gate)
        {
            if (_state == VfioDeviceState.StopCopy)
            {
                MoveOrReset(VfioDeviceState.Stop);
            }
        }
    }

    private static bool StaysStopped(in MigrationContext context) => context.VcpusStopped && !context.VmWillStart;
}

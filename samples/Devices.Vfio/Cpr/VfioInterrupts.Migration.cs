namespace Devices.Vfio;

public sealed partial class VfioInterrupts
{
    /// <summary>Detaches every vector. One that does not come off ends it: those that did are put back before it refuses.</summary>
    [OnMigrationEvent(Setup, Modes = CprModes.HandsOver)]
    [OnMigrationEvent(IncomingSetup, Modes = CprModes.HandsOver)]
    private SetupResult DetachAll()
    {
        lock (_gate)
        {
            for (int vector = 0; vector < _attached.Length; vector++)
            {
                if (!TryDetach(vector))
                {
                    AttachBelow(vector);
                    return SetupResult.Refuse($"{Name}: vector {vector} of {_attached.Length} cannot be detached from the guest; the {vector} before it are attached again");
                }
            }

            _handedOver = false;
            _machine.Log.Write(Name, "vectors detached", _attached.Length);
            return SetupResult.Accept;
        }
    }

    /// <summary>Attaches every vector and delivers what came in the meantime. The DMA that an interrupt announces must have a place to go first.</summary>
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, Modes = CprModes.HandsOver, After = [typeof(LegacyContainer)], BudgetMicroseconds = 200)]
    [OnMigrationEvent(IncomingDone, Modes = CprModes.HandsOver, After = [typeof(LegacyContainer)])]
    private void AttachAll()
    {
        lock (_gate)
        {
            AttachBelow(_attached.Length);
            _handedOver = false;
            _machine.Log.Write(Name, "vectors attached", _attached.Length);
        }
    }

    /// <summary>Takes the vectors back from the other process. After a failure that left the VM stopped they are attached already.</summary>
    [OnMigrationEvent(Reclaimed, Modes = CprModes.HandsOver, After = [typeof(LegacyContainer)])]
    private void TakeBack()
    {
        lock (_gate)
        {
            if (_handedOver)
            {
                AttachAll();
            }
        }
    }

    /// <summary>The event descriptors are the new process's now (or, where it failed, still the old one's).</summary>
    [OnMigrationEvent(Done, Modes = CprModes.HandsOver)]
    [OnMigrationEvent(IncomingFailed, Modes = CprModes.HandsOver)]
    private void LeaveToOther()
    {
        lock (_gate)
        {
            _handedOver = true;
            _machine.Log.Write(Name, "vectors left to the other process", _attached.Length);
        }
    }

    private bool TryDetach(int vector)
    {
        if (_attached[vector] && !_routing.TryDetach(vector))
        {
            return false;
        }

        _attached[vector] = false;
        return true;
    }

    private void AttachBelow(int end)
    {
        for (int vector = 0; vector < end; vector++)
        {
            if (_attached[vector])
            {
                // The kernel answers EEXIST.
                _doubleAttachments++;
                continue;
            }

            _routing.Attach(vector);
            _attached[vector] = true;
            if (_events.Take(vector))
            {
                _controller.Raise(_firstInterrupt + vector);
            }
        }
    }
}

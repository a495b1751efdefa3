namespace NotifierGen.Testing;

/// <summary>
/// Asks for the author's invariants, of whom they can be asked: not of a device that left, came back or was kept from its work, and not of a machine
/// behind whose back this was done.
/// </summary>
/// <typeparam name="TMachine">The machine.</typeparam>
internal sealed class InvariantCheck<TMachine>(ExplorationSettings<TMachine> settings, TMachine machine, ExplorationRun run)
{
    private bool _isWhole = true;

    /// <summary>The device that is not asked.</summary>
    public object? Disturbed { get; private set; }

    /// <summary>A device came or went.</summary>
    /// <param name="device">The device.</param>
    /// <param name="isWhole">Whether the machine knows of it, and can still be asked as a whole.</param>
    public void Excuse(object? device, bool isWhole)
    {
        Disturbed = device;
        _isWhole = isWhole;
    }

    /// <summary>Excuses the device whose handler was made to throw instead of doing its work. One that so refused has not been set up, and has no excuse.</summary>
    public void ExcuseKeptDevice()
    {
        if (run.Perturbation.KeepsFromWork && _isWhole
            && run.Entries.Find(static entry => entry.Kind == TranscriptKind.Handler && entry.Exception is InjectedException && !entry.IsRefused) is { } kept)
        {
            Excuse(kept.Instance, isWhole: false);
        }
    }

    /// <summary>What is wrong at a moment.</summary>
    public IEnumerable<BrokenPromise> Violations(MigrationMoment moment)
    {
        string after = moment.Step is null ? "at the beginning" : $"after {moment.Step}";
        if (_isWhole)
        {
            foreach (MachineInvariant<TMachine> invariant in settings.MachineInvariants)
            {
                foreach (string violation in invariant.Violations(machine, moment))
                {
                    yield return new BrokenPromise(invariant.Name, $"{after}: {violation}", run.Entries.Count - 1);
                }
            }
        }

        foreach (object device in Present())
        {
            foreach (DeviceInvariant invariant in settings.DeviceInvariants)
            {
                foreach (string violation in invariant.Violations(device, moment))
                {
                    yield return new BrokenPromise(invariant.Name, $"{after}: {violation}", run.Entries.Count - 1);
                }
            }
        }
    }

    /// <summary>The registered devices that must be in order.</summary>
    private IEnumerable<object> Present()
    {
        List<object> present = [.. run.Devices];
        foreach (TranscriptEntry entry in run.Entries)
        {
            if (entry.Kind == TranscriptKind.Registered)
            {
                present.Add(entry.Instance!);
            }
            else if (entry.Kind == TranscriptKind.Unregistered)
            {
                present.RemoveAll(device => ReferenceEquals(device, entry.Instance));
            }
        }

        return present.Where(device => !ReferenceEquals(device, Disturbed));
    }
}

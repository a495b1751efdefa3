using Devices;

namespace Emulator.Bus;

/// <summary>Where a device sits on the board. A slot can be pinned, by an operator who does not want the machine to leave.</summary>
/// <param name="device">The device in it.</param>
internal sealed partial class BusSlot(IDevice device)
{
    private string? _violation;

    public IDevice Device => device;

    /// <summary>Whether the machine must not migrate on account of this device.</summary>
    public bool IsPinned { get; set; }

    /// <summary>The first invariant that the device violated when a vCPU looked at it.</summary>
    public string? Violation => Volatile.Read(ref _violation);

    /// <summary>Whether the device keeps its invariants; called by vCPUs.</summary>
    public bool IsReady()
    {
        // Only what must hold during a migration as well: a vCPU cannot know whether one is under way.
        IReadOnlyList<string> violations = device.Violations(migrating: true);
        if (violations.Count == 0)
        {
            return true;
        }

        Interlocked.CompareExchange(ref _violation, violations[0], null);
        return false;
    }

    /// <summary>The device's name, for whoever is told that the slot refused.</summary>
    public override string ToString() => device.Name;

    [OnMigrationEvent(Setup)]
    private SetupResult RefuseIfPinned() =>
        IsPinned ? SetupResult.Refuse($"{device.Name} is pinned to this host") : SetupResult.Accept;
}

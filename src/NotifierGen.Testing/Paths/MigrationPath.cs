namespace NotifierGen.Testing;

/// <summary>One path that a migration can take, as data: what the host does, and what one device with every handler must see. Immutable.</summary>
public sealed class MigrationPath
{
    internal MigrationPath(string name, MigrationMode mode, bool guestRuns, IReadOnlyList<HostStep> steps, string sequence, IReadOnlyList<int> qemuRows)
    {
        Name = name;
        Mode = mode;
        GuestRuns = guestRuns;
        Steps = steps;
        Sequence = sequence;
        QemuRows = qemuRows;
    }

    /// <summary>The name: mode, state of the guest, what happens. Unique, and the same in every run.</summary>
    public string Name { get; }

    /// <summary>The mode of the migration.</summary>
    public MigrationMode Mode { get; }

    /// <summary>Whether the guest runs when the path begins. A path of the destination begins with a machine that stands still.</summary>
    public bool GuestRuns { get; }

    /// <summary>Whether the machine receives a guest.</summary>
    public bool IsIncoming => Steps.Count > 0 && Steps[0].Call == HostCall.IncomingBegin;

    /// <summary>Whether a device refuses in Setup (or IncomingSetup). An exploration takes such a path once for each device that can.</summary>
    public bool IsRefused { get; internal init; }

    /// <summary>What the host does.</summary>
    public IReadOnlyList<HostStep> Steps { get; }

    /// <summary>
    /// What a device with a handler for everything sees, and when the VM stops and starts: S Setup, P PostcopyStart, D Done, F and f Failed before
    /// and after the start, R and r Reclaimed, IS IncomingSetup, ID and id IncomingDone, IF IncomingFailed; (n) while the guest runs;
    /// <c>stop!</c> and <c>run!</c> where the VM throws instead. A device that requires a stopped VM makes <c>F(n)</c> into <c>stop F run</c>,
    /// or into <c>stop! F(n)</c> where the VM does not stop for it.
    /// </summary>
    public string Sequence { get; }

    /// <summary>The rows of the table of QEMU's 33 source-side paths that this one is; empty for others.</summary>
    public IReadOnlyList<int> QemuRows { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

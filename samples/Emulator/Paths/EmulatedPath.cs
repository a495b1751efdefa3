using NotifierGen.Testing;

namespace Emulator.Paths;

/// <summary>A row of the table of QEMU's 33 source-side paths, as this emulator takes it.</summary>
/// <param name="Row">The number of the row.</param>
/// <param name="Name">What happens.</param>
/// <param name="Model">The name of the path in NotifierGen.Testing, which knows what devices are told on it.</param>
/// <param name="Fate">What must have become of the guest.</param>
/// <param name="Driver">What to do.</param>
internal sealed record EmulatedPath(int Row, string Name, string Model, GuestFate Fate, PathDriver Driver)
{
    private const string FailedWhileItRuns = "F(n)";

    private MigrationPath Path => MigrationPaths.Named(Model);

    /// <summary>Whether the guest runs when the path begins.</summary>
    public bool GuestRuns => Path.GuestRuns;

    /// <summary>
    /// Whether the device whose Failed handler requires a stopped VM takes part where the VM would not be stopped otherwise. QEMU's table has both only
    /// in row 7.
    /// </summary>
    public bool StopsForDevice { get; init; }

    /// <summary>Whether that device has to be left out.</summary>
    public bool LeavesDeviceOut => !StopsForDevice && Path.Mode == MigrationMode.Normal && Path.Sequence.Contains(FailedWhileItRuns, StringComparison.Ordinal);

    /// <summary>The sequence that must be observed.</summary>
    public string Expected => StopsForDevice ? Path.Sequence.Replace(FailedWhileItRuns, "stop F run", StringComparison.Ordinal) : Path.Sequence;

    /// <summary>How the attempt must end; <see langword="null"/>: it succeeds.</summary>
    public MigrationFailureKind? ExpectedFailure =>
        Path.IsRefused || Path.Steps.Count == 0 ? MigrationFailureKind.Refused
        : Path.Steps.FirstOrDefault(static step => step.Call == HostCall.Fail)?.Failure;
}

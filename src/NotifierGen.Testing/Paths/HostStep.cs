namespace NotifierGen.Testing;

/// <summary>One step of a host on a path. Immutable.</summary>
/// <param name="Call">What the host does.</param>
public sealed record HostStep(HostCall Call)
{
    /// <summary>For <see cref="HostCall.Fail"/> and <see cref="HostCall.IncomingFail"/>: why.</summary>
    public MigrationFailureKind Failure { get; init; }

    /// <summary>For <see cref="HostCall.Fail"/>: whether the VM is to be started again.</summary>
    public RestartPolicy Policy { get; init; }

    /// <summary>
    /// Whether the VM throws when it is stopped or started in this step, instead of doing it. For a <see cref="HostCall.Fail"/> while the guest runs that
    /// is the pause for devices that require a stopped VM, if there are any.
    /// </summary>
    public bool VmThrows { get; init; }

    /// <summary>The step as transcripts have it.</summary>
    public override string ToString() =>
        (Call, Policy) switch
        {
            (HostCall.Fail, RestartPolicy.WhenItRanBefore) => $"Fail({Failure})",
            (HostCall.Fail, _) => $"Fail({Failure}, {Policy})",
            (HostCall.IncomingFail, _) => $"IncomingFail({Failure})",
            _ => Call.ToString(),
        }
        + (VmThrows ? ", and the VM throws" : "");
}

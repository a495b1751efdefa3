namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim;

/// <summary>What a program can be seen to do.</summary>
internal enum ObservationKind : byte
{
    /// <summary>It read or wrote vCPU state while vCPUs ran.</summary>
    Touch,

    /// <summary>It started the VM.</summary>
    Resume,
}

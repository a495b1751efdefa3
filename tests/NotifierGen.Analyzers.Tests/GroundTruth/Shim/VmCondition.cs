namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim;

/// <summary>What the monitor knows of the vCPUs.</summary>
internal enum VmCondition : byte
{
    Stopped,

    /// <summary>They run because nobody stopped them before the handler was called.</summary>
    NeverStopped,

    /// <summary>They run because the VM was started, before the handler or in it.</summary>
    Running,
}

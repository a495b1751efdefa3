namespace NotifierGen.Analyzers.Tests.GroundTruth.Language;

/// <summary>What is known of the VM when a handler is called.</summary>
internal enum HandlerEntry
{
    /// <summary>Phase.AfterVmStart.</summary>
    Running,

    /// <summary>Phase.BeforeVmStart with RequiresStoppedVm.</summary>
    Stopped,

    /// <summary>Phase.BeforeVmStart: the migration may have failed before the VM was stopped.</summary>
    Unknown,
}

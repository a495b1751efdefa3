namespace NotifierGen;

/// <summary>Where a handler runs relative to the (re)start of the VM.</summary>
/// <remarks>Only <see cref="MigrationEvent.Failed"/>, <see cref="MigrationEvent.Reclaimed"/> and <see cref="MigrationEvent.IncomingDone"/> have phases: after these a VM may start.</remarks>
public enum Phase : byte
{
    /// <summary>Before the VM starts: the place for everything that touches the guest. The default.</summary>
    BeforeVmStart,

    /// <summary>After the VM was started, or after the decision not to start it: vCPUs may run. Always raised, last.</summary>
    AfterVmStart,
}

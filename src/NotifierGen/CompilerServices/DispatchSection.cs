using System.ComponentModel;

namespace NotifierGen.CompilerServices;

/// <summary>An event and, where it has phases, one of them: the unit of one dispatch. Tables are laid out in this order.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum DispatchSection : byte
{
    /// <summary>Setup.</summary>
    Setup,

    /// <summary>PostcopyStart.</summary>
    PostcopyStart,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Failed, before the VM starts.</summary>
    FailedBeforeVmStart,

    /// <summary>Failed, after the VM started or the decision not to start it.</summary>
    FailedAfterVmStart,

    /// <summary>Reclaimed, before the VM starts.</summary>
    ReclaimedBeforeVmStart,

    /// <summary>Reclaimed, after the VM started.</summary>
    ReclaimedAfterVmStart,

    /// <summary>IncomingSetup.</summary>
    IncomingSetup,

    /// <summary>IncomingDone, before the VM starts.</summary>
    IncomingDoneBeforeVmStart,

    /// <summary>IncomingDone, after the VM started or the decision not to start it.</summary>
    IncomingDoneAfterVmStart,

    /// <summary>IncomingFailed.</summary>
    IncomingFailed,
}

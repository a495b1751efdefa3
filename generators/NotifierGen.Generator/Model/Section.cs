namespace NotifierGen.Generator.Model;

/// <summary>The runtime library's <c>DispatchSection</c>, value for value: an event and, where it has phases, one of them.</summary>
internal enum Section : byte
{
    Setup,
    PostcopyStart,
    Done,
    FailedBeforeVmStart,
    FailedAfterVmStart,
    ReclaimedBeforeVmStart,
    ReclaimedAfterVmStart,
    IncomingSetup,
    IncomingDoneBeforeVmStart,
    IncomingDoneAfterVmStart,
    IncomingFailed,
}

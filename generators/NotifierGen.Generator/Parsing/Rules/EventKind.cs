namespace NotifierGen.Generator.Parsing.Rules;

/// <summary>The runtime library's <c>MigrationEvent</c>, value for value: the compiler's process does not load that library.</summary>
internal enum EventKind : byte
{
    Setup,
    PostcopyStart,
    Done,
    Failed,
    Reclaimed,
    IncomingSetup,
    IncomingDone,
    IncomingFailed,
}

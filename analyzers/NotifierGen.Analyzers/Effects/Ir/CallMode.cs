namespace NotifierGen.Analyzers.Effects.Ir;

/// <summary>Who waits for what a call started.</summary>
internal enum CallMode : byte
{
    /// <summary>Nobody: what an async callee does after its first await runs whenever it likes.</summary>
    Started,

    /// <summary>The caller awaits it, or returns its task: it runs as detached as the caller does.</summary>
    Awaited,

    /// <summary>The caller blocks until it is through.</summary>
    Blocked,
}

namespace NotifierGen.Registry;

/// <summary>Whether the registered devices moved to another table.</summary>
internal enum MoveResult
{
    /// <summary>They did.</summary>
    Moved,

    /// <summary>Nothing changed: a dispatch is under way.</summary>
    Dispatching,

    /// <summary>Nothing changed: a session is open.</summary>
    SessionOpen,

    /// <summary>Nothing changed: a device is registered whose rows the other table has not got.</summary>
    InUse,
}

namespace NotifierGen.Analyzers.Sessions;

/// <summary>How a path leaves a session behind; the surest way first.</summary>
internal enum LeakKind
{
    /// <summary>A return of a value.</summary>
    Return,

    /// <summary>The end of the function, or a return that says nothing, behind the place.</summary>
    ReturnAfter,

    /// <summary>The session's variable gets another value, or another session begins.</summary>
    Replacement,

    /// <summary>An exception that nobody catches.</summary>
    Exception,
}

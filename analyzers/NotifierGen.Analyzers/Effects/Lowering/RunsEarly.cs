namespace NotifierGen.Analyzers.Effects.Lowering;

/// <summary>Whether a task that a block waits for has run before the statements behind its start do.</summary>
internal enum RunsEarly
{
    /// <summary>It may have; running again before the await changes nothing.</summary>
    Perhaps,

    /// <summary>It may have, and does not run again then.</summary>
    PerhapsOnly,

    /// <summary>It has, without an exception.</summary>
    Yes,

    /// <summary>It has, and whoever waits for it gets its exception.</summary>
    Fails,

    /// <summary>It has not.</summary>
    No,
}

namespace NotifierGen.Testing;

/// <summary>What is done to a run besides its path.</summary>
internal enum PerturbationKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A Setup handler refuses, instead of doing anything.</summary>
    Refuses,

    /// <summary>A handler throws instead of doing anything.</summary>
    ThrowsInstead,

    /// <summary>A handler throws when it has done everything.</summary>
    ThrowsAtItsEnd,

    /// <summary>A device is unregistered.</summary>
    Unregisters,

    /// <summary>A device is unregistered and registered again.</summary>
    Replaces,

    /// <summary>A new device is registered.</summary>
    Adds,
}

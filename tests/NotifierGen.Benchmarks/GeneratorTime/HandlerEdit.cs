namespace NotifierGen.Benchmarks.GeneratorTime;

/// <summary>What is typed between two runs of a generator.</summary>
internal enum HandlerEdit
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A statement in a file that has no handlers.</summary>
    Unrelated,

    /// <summary>A statement in the body of a handler.</summary>
    Body,

    /// <summary>Another handler in a class.</summary>
    Signature,
}

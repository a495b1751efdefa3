namespace NotifierGen.Tool;

/// <summary>How the command ended, for scripts.</summary>
internal enum ExitCode
{
    /// <summary>It did what it was asked to.</summary>
    Success = 0,

    /// <summary><c>diff --exit-code</c>: the tables differ.</summary>
    Different = 1,

    /// <summary>A mistake in the command line.</summary>
    Misused = 2,

    /// <summary>A file cannot be found, read or written.</summary>
    NoFile = 3,

    /// <summary>An assembly has no handlers.</summary>
    NoHandlers = 4,

    /// <summary>A file is damaged, or not what it should be.</summary>
    Damaged = 5,

    /// <summary>A file was written by another version of NotifierGen, in a schema that this one does not read.</summary>
    OtherSchema = 6,

    /// <summary>Files do not belong together: one is missing, or was built with another build of its neighbour.</summary>
    DoNotFit = 7,
}

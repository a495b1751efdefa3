namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <summary>How a body is left before its end.</summary>
internal enum ReturnKind
{
    /// <summary>Not at all.</summary>
    None,
    Void,
    Int,
    YieldBreak,
}

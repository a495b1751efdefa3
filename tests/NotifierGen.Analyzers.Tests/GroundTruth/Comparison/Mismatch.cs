using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Comparison;

/// <summary>A difference between the analyzer and the monitor.</summary>
/// <param name="Handler">Where.</param>
/// <param name="Kind">In which way they differ.</param>
/// <param name="Rule">The rule that should have been reported, or that was.</param>
/// <param name="Text">For whoever reads the test's output.</param>
internal sealed record Mismatch(Handler Handler, MismatchKind Kind, string Rule, string Text)
{
    /// <summary>Whether another difference is the same bug, so that a program can be made smaller while it shows it.</summary>
    public bool IsLike(Mismatch other) => Kind == other.Kind && Rule == other.Rule && Handler.Name == other.Handler.Name;
}

namespace NotifierGen.Analyzers.Tests.GroundTruth.Comparison;

/// <summary>A diagnostic in a handler.</summary>
/// <param name="Rule">Its ID.</param>
/// <param name="Statement">The handler's statement that it stands in; -1 in a lambda or local function, which may run in another one.</param>
/// <param name="Message">Its text.</param>
internal sealed record Report(string Rule, int Statement, string Message)
{
    public const string AfterResume = "NG1001";
    public const string MaybeRunning = "NG1002";
    public const string Later = "NG1003";
    public const string Resumes = "NG1004";
    public const string Undecided = "NG1099";
    public const string Crash = "AD0001";

    public bool IsTouchInPlace => Rule is AfterResume or MaybeRunning;

    public bool IsTouch => IsTouchInPlace || Rule == Later;

    /// <summary>Whether it says that something happens, which can be wrong.</summary>
    public bool IsAlarm => IsTouch || Rule == Resumes;
}

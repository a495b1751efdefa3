namespace NotifierGen.Analyzers.Tests.GroundTruth.Comparison;

/// <summary>How analyzer and monitor differ.</summary>
internal enum MismatchKind
{
    /// <summary>The monitor saw it, and nothing of the kind is reported in the handler.</summary>
    Missed,

    /// <summary>The monitor saw it in a statement, and the rule is reported in another one only.</summary>
    MissedInStatement,

    /// <summary>It is reported, and no input makes it happen.</summary>
    FalseAlarm,

    /// <summary>It happens in this handler, but no input makes it happen in the statement where it is reported, or by the reported cause.</summary>
    FalseAlarmInStatement,

    /// <summary>The analyzer ended with an exception.</summary>
    Crash,
}

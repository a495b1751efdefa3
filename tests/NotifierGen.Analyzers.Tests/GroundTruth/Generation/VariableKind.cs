namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <summary>What a variable holds.</summary>
internal enum VariableKind
{
    Int,
    RefInt,

    /// <summary>An array that is vCPU state.</summary>
    View,

    /// <summary>A list of such arrays.</summary>
    ViewList,

    /// <summary>A delegate that returns one.</summary>
    ViewFactory,
    Cpu,

    /// <summary>A delegate without parameters, or a local function.</summary>
    Action,
    Sequence,
}

namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <summary>What a variable holds.</summary>
internal enum VariableKind
{
    Int,
    RefInt,
    Cpu,

    /// <summary>A delegate without parameters, or a local function.</summary>
    Action,
    Sequence,
}

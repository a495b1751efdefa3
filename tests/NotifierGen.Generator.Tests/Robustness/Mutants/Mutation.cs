namespace NotifierGen.Generator.Tests.Robustness.Mutants;

/// <summary>What can happen to a file.</summary>
internal enum Mutation
{
    DeleteToken,
    InsertToken,
    SwapTokens,

    /// <summary>An identifier, keyword or literal is replaced by another one of the file: what is left often compiles.</summary>
    ReplaceToken,
    RepeatLines,
    DuplicateFile,
    HalfTypeAttribute,
    CutAttribute,
    UnbalanceBraces,
    CutFile,
}

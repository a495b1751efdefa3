namespace NotifierGen.Analyzers.Tests.GroundTruth.Language;

/// <summary>What a piece of a program is, and so what may stand in its place.</summary>
internal enum Sort
{
    /// <summary>A list of types.</summary>
    Program,

    /// <summary>A type; its children are members.</summary>
    Type,

    Member,

    /// <summary>A list of statements; braces are up to the text around it.</summary>
    Block,

    Statement,

    /// <summary>An expression of type int.</summary>
    Int,

    /// <summary>An expression of type bool.</summary>
    Bool,

    /// <summary>A lambda or method group of type Action.</summary>
    Action,

    /// <summary>Anything that only fits where it stands.</summary>
    Other,
}

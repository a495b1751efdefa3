using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Solving;

/// <summary>The code of one compilation, lowered when it is asked for. Used by several threads at once.</summary>
internal interface IProgram
{
    AnalysisVariant Variant { get; }

    MemberIr Member(BodyKey body);

    /// <summary>All that the compilation assigns to a field or event, with the member that does.</summary>
    IReadOnlyList<(BodyKey Member, ValueExpr Value)> Assignments(BodyKey field, string name);

    /// <summary>Whether code of the compilation names a type, so that an object of it may exist.</summary>
    bool IsNamed(string typeName);
}

namespace NotifierGen.Analyzers.Effects.Ir;

/// <summary>A declaration with a body, and the lambdas and local functions in it.</summary>
internal sealed class MemberIr(BodyIr[] parts, ValueExpr?[] locals, (BodyKey Field, ValueExpr Value)[] assignments, CallTarget[][] callees)
{
    public BodyIr[] Parts { get; } = parts;

    /// <summary>For each local that holds something of interest: all that is assigned to it.</summary>
    public ValueExpr?[] Locals { get; } = locals;

    /// <summary>What of interest it assigns to fields and events.</summary>
    public (BodyKey Field, ValueExpr Value)[] Assignments { get; } = assignments;

    /// <summary>What each of its calls and method groups may run.</summary>
    public CallTarget[][] Callees { get; } = callees;
}

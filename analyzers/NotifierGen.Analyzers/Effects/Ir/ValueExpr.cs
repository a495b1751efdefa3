namespace NotifierGen.Analyzers.Effects.Ir;

/// <summary>Where a value comes from, as far as the analysis follows values: delegates, lazy sequences, pausing scopes, constants that are branched on.</summary>
internal abstract record ValueExpr
{
    /// <summary>A delegate of a method, or of a lambda or local function of this member, which sees this member's parameters.</summary>
    public sealed record Function(CallTarget[] Targets) : ValueExpr;

    /// <summary>The result of a call: of an iterator a sequence, otherwise what the callee returns.</summary>
    public sealed record Result(Effect.Call Call) : ValueExpr;

    /// <summary>The result of a delegate.</summary>
    public sealed record Called(ValueExpr Callee, ValueExpr?[] Arguments) : ValueExpr;

    /// <summary>
    /// A query over other values, or an object that holds delegates; enumerating or running it calls them. If it is a stream, its first part is the
    /// source, whose elements pass one by one.
    /// </summary>
    public sealed record Query(ValueExpr[] Parts, bool IsStream = false) : ValueExpr;

    public sealed record Parameter(int Part, int Ordinal) : ValueExpr;

    /// <summary>A local of this member: one of all values that are assigned to it anywhere.</summary>
    public sealed record Local(int Index) : ValueExpr;

    /// <summary>A field or event: one of all values that are assigned to it in the compilation.</summary>
    public sealed record Field(BodyKey Declaration, string Name) : ValueExpr;

    public sealed record Union(ValueExpr[] Parts) : ValueExpr;

    public sealed record Constant(object Value) : ValueExpr;

    /// <summary>A pausing scope.</summary>
    public sealed record Scope : ValueExpr
    {
        public static readonly Scope Instance = new();
    }

    /// <summary>A value that cannot be followed.</summary>
    public sealed record Unknown(string Reason) : ValueExpr;
}

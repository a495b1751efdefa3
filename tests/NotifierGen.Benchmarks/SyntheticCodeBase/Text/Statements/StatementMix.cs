namespace NotifierGen.Benchmarks.SyntheticCodeBase.Text.Statements;

/// <summary>Which statements a body gets: mostly loops, branches and plain data, some lambdas.</summary>
internal static class StatementMix
{
    private static readonly Statement[][] s_groups = [LoopStatements.All, BranchStatements.All, DataStatements.All, FunctionStatements.All];
    private static readonly int[] s_weights = [28, 34, 24, 14];

    public static void Write(BodyWriter body) => body.Dice.Pick(s_groups[body.Dice.Weighted(s_weights)])(body);
}

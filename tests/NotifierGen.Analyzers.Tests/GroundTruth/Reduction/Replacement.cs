using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Reduction;

/// <summary>What may stand in a piece's place that is smaller than it, the least first.</summary>
internal static class Replacement
{
    public static IEnumerable<Node> Of(Node node) => node.Sort switch
    {
        Sort.Int when node.Children.IsEmpty && node.Text.Length <= 1 => [],
        Sort.Int => [new Node(Sort.Int, "1"), .. PartsOf(node)],
        Sort.Bool when node.Children.IsEmpty && node.Text.StartsWith("O.", StringComparison.Ordinal) => [],
        Sort.Bool => [new Node(Sort.Bool, "O.Bit(1)"), .. PartsOf(node)],
        Sort.Action => PartsOf(node),
        Sort.Statement => [.. BlocksOf(node), .. PartsOf(node)],
        _ => [],
    };

    /// <summary>The pieces of the same sort inside of it, the smallest last: they are in it, so what they stand for is not lost at once.</summary>
    private static IEnumerable<Node> PartsOf(Node node) => node.DescendantsAndSelf().Where(part => part != node && part.Sort == node.Sort);

    /// <summary>A statement with blocks may become what is in one of them.</summary>
    private static IEnumerable<Node> BlocksOf(Node statement) =>
        statement.DescendantsAndSelf().Where(static part => part.Sort == Sort.Block).Select(static block => new Node(Sort.Statement, "$0", block)).Where(block => block.Text != statement.Text);
}

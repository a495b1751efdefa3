using System.Collections.Immutable;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Language;

/// <summary>
/// A piece of a generated program: text with holes (<c>$0</c> to <c>$9</c>; <c>$*</c>: all children, a line each) and what fills them. Never changed;
/// reduction and edits make new trees.
/// </summary>
internal sealed class Node
{
    public Node(Sort sort, string text, params ImmutableArray<Node> children)
    {
        Sort = sort;
        Text = text;
        Children = children;
    }

    public Sort Sort { get; }

    public string Text { get; }

    public ImmutableArray<Node> Children { get; }

    /// <summary>What of the language it shows, for the statistics.</summary>
    public Construct? Construct { get; init; }

    /// <summary>The generated members that it calls, by name.</summary>
    public ImmutableArray<string> Calls { get; init; } = [];

    /// <summary>The generated member that it declares, by name; of a handler, the handler's name.</summary>
    public string? Declares { get; init; }

    /// <summary>Whether it is a handler's body, whose statements are numbered.</summary>
    public bool IsHandlerBody { get; init; }

    public bool IsList => Sort is Sort.Program or Sort.Type or Sort.Block;

    public Node Calling(string member) =>
        new(Sort, Text, Children) { Construct = Construct, Calls = Calls.Add(member), Declares = Declares, IsHandlerBody = IsHandlerBody };

    public Node WithText(string text) =>
        new(Sort, text, Children) { Construct = Construct, Calls = Calls, Declares = Declares, IsHandlerBody = IsHandlerBody };

    public Node WithChildren(ImmutableArray<Node> children) =>
        new(Sort, Text, children) { Construct = Construct, Calls = Calls, Declares = Declares, IsHandlerBody = IsHandlerBody };

    public Node WithChild(int index, Node child) => WithChildren(Children.SetItem(index, child));

    public Node WithoutChildren(int index, int count) => WithChildren(Children.RemoveRange(index, count));

    public IEnumerable<Node> DescendantsAndSelf()
    {
        var pending = new Stack<Node>([this]);
        while (pending.TryPop(out Node? node))
        {
            yield return node;
            for (int i = node.Children.Length - 1; i >= 0; i--)
            {
                pending.Push(node.Children[i]);
            }
        }
    }
}

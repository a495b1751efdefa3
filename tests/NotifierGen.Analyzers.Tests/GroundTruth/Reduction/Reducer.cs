using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Reduction;

/// <summary>
/// Makes a program smaller while it still shows what it shows: pieces are left out, replaced by a part of themselves or by the least that fits, as
/// long as anything can be.
/// </summary>
/// <param name="stillShows">Whether a smaller program does; false too if it does not compile.</param>
/// <param name="attempts">How many programs to try at most.</param>
/// <param name="keepsThrowing">
/// Whether a block that could throw still can when statements are left out: a way that needs several exceptions in a row would become one that nothing takes.
/// </param>
internal sealed class Reducer(Func<Node, bool> stillShows, int attempts, bool keepsThrowing = false)
{
    private static readonly Node s_throwing = new(Sort.Statement, "O.Use(0);");


    private int _attempts = attempts;

    public Node Reduce(Node program)
    {
        int before;
        do
        {
            before = Size(program);
            program = Reduce(program, stillShows);
        }
        while (Size(program) < before && _attempts > 0);

        return program;
    }

    private static int Size(Node node) => node.DescendantsAndSelf().Sum(static part => 1 + part.Text.Length);

    /// <summary>Reduces a piece; <paramref name="fits"/> tells whether the whole still shows it with another piece in its place.</summary>
    private Node Reduce(Node node, Func<Node, bool> fits)
    {
        node = Replace(node, fits);
        if (node.IsList)
        {
            node = LeaveOut(node, fits);
        }

        for (int i = 0; i < node.Children.Length; i++)
        {
            int index = i;
            Node current = node;
            node = current.WithChild(index, Reduce(current.Children[index], child => fits(current.WithChild(index, child))));
        }

        return node;
    }

    private Node Replace(Node node, Func<Node, bool> fits)
    {
        while (Replacement.Of(node).FirstOrDefault(candidate => Try(candidate, fits)) is { } smaller)
        {
            node = smaller;
        }

        return node;
    }

    /// <summary>Leaves out half of a list, then quarters, then single pieces.</summary>
    private Node LeaveOut(Node list, Func<Node, bool> fits)
    {
        for (int count = list.Children.Length; count > 0; count /= 2)
        {
            for (int i = list.Children.Length - count; i >= 0; i -= count)
            {
                if (i + count <= list.Children.Length && Without(list, i, count) is { } smaller && Try(smaller, fits))
                {
                    list = smaller;
                }
            }
        }

        return list;
    }

    // Null if there is nothing to leave out.
    private Node? Without(Node list, int index, int count)
    {
        Node smaller = list.WithoutChildren(index, count);
        if (!keepsThrowing || list.Sort != Sort.Block)
        {
            return smaller;
        }

        bool isInPlace = smaller.Children.Contains(s_throwing);
        smaller = isInPlace ? smaller : smaller.WithChildren(smaller.Children.Insert(0, s_throwing));
        return smaller.Children.Length < list.Children.Length || list.Children[index] != s_throwing ? smaller : null;
    }

    private bool Try(Node candidate, Func<Node, bool> fits) => _attempts-- > 0 && fits(candidate);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace NotifierGen.Analyzers.Sessions.Paths;

/// <summary>The operations of a block, each after those it is made of.</summary>
internal static class EvaluationOrder
{
    public static List<IOperation> Of(BasicBlock block)
    {
        var order = new List<IOperation>();
        foreach (IOperation operation in block.Operations)
        {
            Add(operation, order);
        }

        if (block.BranchValue is { } value)
        {
            Add(value, order);
        }

        return order;
    }

    // Without recursion: an expression can be deeper than the stack.
    private static void Add(IOperation root, List<IOperation> order)
    {
        int start = order.Count;
        var open = new Stack<IOperation>();
        open.Push(root);
        while (open.Count > 0)
        {
            // Parents before their children and the last child first: reversed, it is the order of evaluation.
            IOperation operation = open.Pop();
            order.Add(operation);
            foreach (IOperation child in operation.ChildOperations)
            {
                open.Push(child);
            }
        }

        order.Reverse(start, order.Count - start);
    }
}

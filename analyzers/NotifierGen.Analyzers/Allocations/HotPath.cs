using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NotifierGen.Analyzers.Allocations;

/// <summary>
/// The operations of a body that run when nothing goes wrong, in source order: not what throws, nor what is done about it. Of a lambda it is the making
/// that counts; what it does, and what local functions do, runs when they are called.
/// </summary>
internal static class HotPath
{
    public static IEnumerable<IOperation> Of(IOperation body)
    {
        var open = new Stack<IOperation>();
        open.Push(body);
        while (open.Count > 0)
        {
            IOperation operation = open.Pop();
            yield return operation;
            if (operation is IAnonymousFunctionOperation)
            {
                continue;
            }

            foreach (IOperation child in operation.ChildOperations.Reverse())
            {
                if (child is not (IThrowOperation or ICatchClauseOperation or ILocalFunctionOperation or INameOfOperation))
                {
                    open.Push(child);
                }
            }
        }
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NotifierGen.Analyzers.Sessions;

/// <summary>Builds the control flow graph of the method, accessor, lambda or local function that an operation stands in.</summary>
internal static class SessionGraph
{
    /// <summary>The graph; null where there is none, as in an attribute.</summary>
    public static ControlFlowGraph? Around(IOperation operation, CancellationToken cancellationToken) => Of(FunctionOf(operation), cancellationToken);

    /// <summary>The graph of a method, lambda or local function.</summary>
    public static ControlFlowGraph? Of(IOperation function, CancellationToken cancellationToken)
    {
        var functions = new Stack<IOperation>();
        if (function is IAnonymousFunctionOperation or ILocalFunctionOperation)
        {
            functions.Push(function);
        }

        IOperation root = function;
        while (root.Parent is { } parent)
        {
            root = parent;
            if (root is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                functions.Push(root);
            }
        }

        ControlFlowGraph? graph = OfRoot(root, cancellationToken);
        while (graph is not null && functions.Count > 0)
        {
            graph = functions.Pop() switch
            {
                ILocalFunctionOperation local when graph.LocalFunctions.Contains(local.Symbol) => graph.GetLocalFunctionControlFlowGraph(local.Symbol, cancellationToken),
                IAnonymousFunctionOperation lambda when Find(graph, lambda) is { } inGraph => graph.GetAnonymousFunctionControlFlowGraph(inGraph, cancellationToken),
                _ => null,
            };
        }

        return graph;
    }

    /// <summary>The method, lambda or local function nearest around an operation.</summary>
    public static IOperation FunctionOf(IOperation operation)
    {
        IOperation function = operation;
        while (function.Parent is { } parent)
        {
            function = parent;
            if (function is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                break;
            }
        }

        return function;
    }

    private static ControlFlowGraph? OfRoot(IOperation root, CancellationToken cancellationToken) => root switch
    {
        IMethodBodyOperation body => ControlFlowGraph.Create(body, cancellationToken),
        IConstructorBodyOperation body => ControlFlowGraph.Create(body, cancellationToken),
        IBlockOperation block => ControlFlowGraph.Create(block, cancellationToken),
        IFieldInitializerOperation initializer => ControlFlowGraph.Create(initializer, cancellationToken),
        IPropertyInitializerOperation initializer => ControlFlowGraph.Create(initializer, cancellationToken),
        IParameterInitializerOperation initializer => ControlFlowGraph.Create(initializer, cancellationToken),
        _ => null,
    };

    private static IFlowAnonymousFunctionOperation? Find(ControlFlowGraph graph, IAnonymousFunctionOperation lambda)
    {
        foreach (BasicBlock block in graph.Blocks)
        {
            foreach (IOperation operation in Paths.EvaluationOrder.Of(block))
            {
                if (operation is IFlowAnonymousFunctionOperation function && function.Syntax == lambda.Syntax)
                {
                    return function;
                }
            }
        }

        return null;
    }
}

using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NotifierGen.Analyzers;

/// <summary>
/// Binds bodies of a compilation on demand: those of handlers and of what they call, in whatever file, and no others. The driver's compilation keeps
/// its semantic models, so what is bound here is bound once.
/// </summary>
internal static class SourceBodies
{
    /// <summary>The semantic model of a tree of the compilation.</summary>
    [SuppressMessage("MicrosoftCodeAnalysisCorrectness", "RS1030", Justification = "What a handler does lies in the bodies that it calls; the whole compilation is never bound.")]
    public static SemanticModel Model(Compilation compilation, SyntaxTree tree) => compilation.GetSemanticModel(tree);

    /// <summary>The operations of a method or local function; null if it has no body in this compilation.</summary>
    public static IOperation? Of(IMethodSymbol method, Compilation compilation, CancellationToken cancellationToken)
    {
        method = method.OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
        {
            // A project that is referenced as source has trees, too, but they are another compilation's.
            if (compilation.ContainsSyntaxTree(reference.SyntaxTree)
                && Model(compilation, reference.SyntaxTree).GetOperation(reference.GetSyntax(cancellationToken), cancellationToken) is { } body)
            {
                return body;
            }
        }

        return null;
    }

    /// <summary>The operations of a body, parents first and in source order, without those of lambdas and local functions, which run when they are called.</summary>
    public static IEnumerable<IOperation> OwnOperations(IOperation body)
    {
        var open = new Stack<IOperation>();
        open.Push(body);
        while (open.Count > 0)
        {
            IOperation operation = open.Pop();
            yield return operation;
            foreach (IOperation child in operation.ChildOperations.Reverse())
            {
                if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                {
                    open.Push(child);
                }
            }
        }
    }
}

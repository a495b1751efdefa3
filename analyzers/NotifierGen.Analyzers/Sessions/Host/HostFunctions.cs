using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Sessions.Host;

/// <summary>Finds the functions of a file that begin sessions or raise events, and those that call such methods of the same file.</summary>
internal static class HostFunctions
{
    public static List<IOperation> Find(SemanticModel model, CancellationToken cancellationToken)
    {
        var functions = new List<IOperation>();
        var known = new HashSet<SyntaxNode>();
        var names = new Queue<string>();
        ILookup<string, InvocationExpressionSyntax> calls = SessionText.Calls(model.SyntaxTree, cancellationToken).ToLookup(static call => SessionText.NameOf(call)!);
        foreach (InvocationExpressionSyntax call in calls.SelectMany(static named => named))
        {
            if (SessionText.IsBeginning(call) || SessionText.NameOf(call) is "Fail" or "Notify")
            {
                Add(call, ofHost: true);
            }
        }

        // Callers of callers, by name: which method it is, the analysis itself looks up.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (names.Count > 0)
        {
            string name = names.Dequeue();
            foreach (InvocationExpressionSyntax call in seen.Add(name) ? calls[name] : Enumerable.Empty<InvocationExpressionSyntax>())
            {
                Add(call, ofHost: false);
            }
        }

        return functions;

        void Add(InvocationExpressionSyntax call, bool ofHost)
        {
            if (model.GetOperation(call, cancellationToken) is not { } operation
                || (ofHost && !(operation is IInvocationOperation { TargetMethod: { } method } && IsOfHost(method))))
            {
                return;
            }

            IOperation function = SessionGraph.FunctionOf(operation);
            if (known.Add(function.Syntax))
            {
                functions.Add(function);
                if (NameOf(function.Syntax) is { } name)
                {
                    names.Enqueue(name);
                }
            }
        }
    }

    private static string? NameOf(SyntaxNode function) => function switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax local => local.Identifier.ValueText,
        _ => null,
    };

    private static bool IsOfHost(IMethodSymbol method) =>
        HandlerAttribute.IsNotifierGenType(method.ContainingType, "MigrationDispatcher")
        || HandlerAttribute.IsNotifierGenType(method.ContainingType, "MigrationSession");
}

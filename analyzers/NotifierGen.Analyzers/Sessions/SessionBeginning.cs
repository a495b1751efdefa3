using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Sessions;

/// <summary>A call that begins a session: Begin and BeginIncoming return it, TryBegin and TryBeginIncoming hand it out if they return true.</summary>
/// <param name="Call">The call.</param>
/// <param name="IsTry">Whether there is a session only if the call returned true.</param>
/// <param name="Target">Of a Try call: what the session is assigned to.</param>
internal sealed record SessionBeginning(IInvocationOperation Call, bool IsTry, IOperation? Target)
{
    /// <summary>MigrationSession or IncomingSession.</summary>
    public string TypeName => Call.TargetMethod.Name.EndsWith("Incoming", StringComparison.Ordinal) ? "IncomingSession" : "MigrationSession";

    /// <summary>Reads a call; null if it begins nothing.</summary>
    public static SessionBeginning? Read(IOperation? operation)
    {
        if (operation is not IInvocationOperation { TargetMethod: { } method } call
            || !HandlerAttribute.IsNotifierGenType(method.ContainingType, "MigrationDispatcher"))
        {
            return null;
        }

        return method.Name switch
        {
            "Begin" or "BeginIncoming" => new SessionBeginning(call, IsTry: false, Target: null),
            "TryBegin" or "TryBeginIncoming" => new SessionBeginning(call, IsTry: true, OutArgument(call)),
            _ => null,
        };
    }

    /// <summary>How messages name the session: by its variable, else by the call.</summary>
    public string Describe(ILocalSymbol? variable) =>
        variable is not null ? variable.Name : ((InvocationExpressionSyntax)Call.Syntax).Expression.WithoutTrivia().ToString();

    private static IOperation? OutArgument(IInvocationOperation call)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Out, Name: "session" })
            {
                return argument.Value is IDeclarationExpressionOperation declaration ? declaration.Expression : argument.Value;
            }
        }

        return null;
    }
}

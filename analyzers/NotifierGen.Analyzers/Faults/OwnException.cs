using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NotifierGen.Analyzers.Faults;

/// <summary>
/// An exception that code makes and throws, by a <c>throw</c> or by a method that does nothing else. What is thrown again was not made here, and an
/// <c>UnreachableException</c> says of itself that it is never thrown.
/// </summary>
/// <param name="Operation">The throw, or the call.</param>
/// <param name="Type">What is thrown, as far as that is known.</param>
internal sealed record OwnException(IOperation Operation, ITypeSymbol? Type)
{
    public static OwnException? Of(IOperation operation)
    {
        switch (operation)
        {
            case IThrowOperation { Exception: { } exception }:
                while (exception is IConversionOperation conversion)
                {
                    exception = conversion.Operand;
                }

                return IsCaughtVariable(exception) || exception is IInvalidOperation || exception.Type is null or { TypeKind: TypeKind.Error } or { Name: "UnreachableException" } ? null : new OwnException(operation, exception.Type);
            case IInvocationOperation { TargetMethod: { IsStatic: true } method } when method.Name.StartsWith("Throw", StringComparison.Ordinal) && IsException(method.ContainingType):
                return new OwnException(operation, method.ContainingType);
            case IInvocationOperation { TargetMethod: { } method } when method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "DoesNotReturnAttribute"):
                return new OwnException(operation, null);
            default:
                return null;
        }
    }

    /// <summary>Whether a try statement of the same body takes it for sure.</summary>
    public bool IsCaught()
    {
        IOperation child = Operation;
        for (IOperation? parent = Operation.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            if (parent is ITryOperation statement && statement.Body == child && statement.Catches.Any(Takes))
            {
                return true;
            }
        }

        return false;
    }

    public Location Locate() => Operation.Syntax switch
    {
        ThrowStatementSyntax statement => statement.ThrowKeyword.GetLocation(),
        ThrowExpressionSyntax expression => expression.ThrowKeyword.GetLocation(),
        _ => Operation.Syntax.GetLocation(),
    };

    private static bool IsCaughtVariable(IOperation exception) =>
        exception is ILocalReferenceOperation { Local: { } local }
        && local.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is CatchDeclarationSyntax);

    private bool Takes(ICatchClauseOperation handler)
    {
        if (handler.Filter is not null)
        {
            return false;
        }

        if (handler.ExceptionType is null or { SpecialType: SpecialType.System_Object } || IsNamedException(handler.ExceptionType))
        {
            return true;
        }

        for (ITypeSymbol? type = Type; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, handler.ExceptionType))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (IsNamedException(type))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNamedException(ITypeSymbol type) =>
        type is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NotifierGen.Analyzers.Allocations;

/// <summary>What an operation allocates by itself each time it runs, as messages name it; null if nothing.</summary>
internal static class Allocation
{
    // ICollectionExpressionOperation, which the oldest supported compiler has no name for.
    private const OperationKind CollectionExpression = (OperationKind)127;

    public static string? Of(IOperation operation) => operation switch
    {
        { ConstantValue.HasValue: true } => null,
        IConversionOperation conversion => IsBoxing(conversion) ? $"'{Name(conversion.Operand.Type!)}' is boxed" : null,
        IAnonymousFunctionOperation lambda => Captures.Of(lambda) is { } captured ? $"the lambda captures '{captured}'" : null,
        IDelegateCreationOperation { Target: IMethodReferenceOperation { Method.IsStatic: false, Method: { } method } } => $"a delegate of '{method.Name}' is made",
        IArrayCreationOperation array => OfArray(array),
        IObjectCreationOperation { Type: { IsReferenceType: true } type } => $"a new '{Name(type)}'",
        IAnonymousObjectCreationOperation => "a new anonymous object",
        ITypeParameterObjectCreationOperation { Type: { IsValueType: false } type } => $"a new '{Name(type)}'",
        IWithOperation { Type: { IsReferenceType: true } type } => $"a new '{Name(type)}'",
        { Kind: CollectionExpression, Type: { } type } => IsAllocated(type) && operation.ChildOperations.Any() ? $"a new '{Name(type)}'" : null,
        IInterpolatedStringOperation { Parent: not IInterpolatedStringHandlerCreationOperation } => "a string is built",
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsString(sum.Type) && !IsPartOfSum(sum) ? "a string is built" : null,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsString(sum.Type) ? "a string is built" : null,
        IInvocationOperation call => OfCall(call),
        IForEachLoopOperation loop => OfLoop(loop),
        _ => null,
    };

    private static string? OfArray(IArrayCreationOperation array)
    {
        if (array.DimensionSizes.All(static size => size.ConstantValue is { HasValue: true, Value: 0 }) || IsStaticData(array))
        {
            return null;
        }

        return array is { IsImplicit: true, Parent: IArgumentOperation { ArgumentKind: ArgumentKind.ParamArray } }
            ? "the arguments of 'params' are put into an array"
            : $"a new '{Name(array.Type!)}'";
    }

    // Constants that become a span lie in the assembly's data.
    private static bool IsStaticData(IArrayCreationOperation array) =>
        array.Parent is IConversionOperation { Type: { Name: "ReadOnlySpan" } } && array.Initializer is { } initializer && initializer.ElementValues.All(static value => value.ConstantValue.HasValue);

    private static string? OfCall(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.ContainingType is { SpecialType: SpecialType.System_String })
        {
            return IsString(method.ReturnType) && method.Name is not ("ToString" or "Intern" or "IsInterned") ? "a string is built" : null;
        }

        if (method is { Name: "ToString", Parameters.IsEmpty: true } && call.Instance?.Type is not { SpecialType: SpecialType.System_String })
        {
            return "a string is built";
        }

        return method.ContainingType is { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } } && method.ReturnType.IsReferenceType && !method.ReturnType.Equals(ElementOf(method), SymbolEqualityComparer.Default)
            ? $"what 'Enumerable.{method.Name}' returns"
            : null;
    }

    // First, Max and the like return what was there before.
    private static ITypeSymbol? ElementOf(IMethodSymbol method) => method.TypeArguments.Length > 0 ? method.TypeArguments[method.TypeArguments.Length - 1] : null;

    private static string? OfLoop(IForEachLoopOperation loop)
    {
        IOperation collection = loop.Collection;
        while (collection is IConversionOperation { IsImplicit: true } conversion)
        {
            collection = conversion.Operand;
        }

        return collection.Type is not (null or IArrayTypeSymbol or { SpecialType: SpecialType.System_String })
            && loop.Syntax is CommonForEachStatementSyntax syntax
            && loop.SemanticModel.GetForEachStatementInfo(syntax).GetEnumeratorMethod is { ReturnType.IsReferenceType: true }
                ? $"an enumerator of '{Name(collection.Type)}'"
                : null;
    }

    private static bool IsBoxing(IConversionOperation conversion) =>
        conversion is { OperatorMethod: null, Operand.Type: { IsValueType: true }, Type: { IsReferenceType: true } }

        // The parts of a sum of strings and of a switch over types are not boxed.
        && conversion.Parent is not (IBinaryOperation { Type.SpecialType: SpecialType.System_String } or IForEachLoopOperation or IIsPatternOperation);

    private static bool IsPartOfSum(IOperation sum)
    {
        IOperation? parent = sum.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation)
        {
            parent = parent.Parent;
        }

        return parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } outer && IsString(outer.Type);
    }

    private static bool IsAllocated(ITypeSymbol type) => type is { IsReferenceType: true };

    private static bool IsString(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_String };

    private static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}

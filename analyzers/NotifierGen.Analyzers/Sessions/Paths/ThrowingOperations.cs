using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NotifierGen.Analyzers.Sessions.Paths;

/// <summary>
/// Which operations may end in an exception, as far as a host should reckon with it: calls, constructors, properties with code, casts, indexers,
/// awaits. Not what throws only if something else is broken: locals, fields, arithmetic, text output.
/// </summary>
internal static class ThrowingOperations
{
    public static bool MayThrow(IOperation operation) => operation switch
    {
        IInvocationOperation call => !IsHarmless(call.TargetMethod),
        IObjectCreationOperation { Constructor: { } constructor } => !IsHarmless(constructor) && !IsException(constructor.ContainingType),
        IPropertyReferenceOperation property => MayThrow(property.Property),
        IConversionOperation conversion => conversion.OperatorMethod is not null || (!conversion.IsImplicit && !conversion.IsTryCast && IsCast(conversion)),
        IBinaryOperation binary => binary.OperatorMethod is { } method && !IsHarmless(method),
        IUnaryOperation unary => unary.OperatorMethod is { } method && !IsHarmless(method),
        ICompoundAssignmentOperation compound => compound.OperatorMethod is { } method && !IsHarmless(method),
        IAwaitOperation or IArrayElementReferenceOperation or IEventAssignmentOperation or IFunctionPointerInvocationOperation => true,
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IDynamicObjectCreationOperation => true,
        _ => false,
    };

    /// <summary>Whether a method is one that looks at its arguments at most, and is not reckoned to fail: text output, assertions, locks, string building.</summary>
    public static bool IsHarmless(IMethodSymbol method) => method.ContainingType switch
    {
        null => false,
        { SpecialType: SpecialType.System_Object or SpecialType.System_String or SpecialType.System_DateTime } => true,
        { Name: "ArgumentNullException" } => method.IsStatic,
        { Name: "Console" or "GC" or "Math" or "TimeSpan" or "CancellationToken" } type => IsOfSystem(type.ContainingNamespace) && !method.Name.StartsWith("Throw", StringComparison.Ordinal),
        { Name: "Debug" or "Trace" or "Stopwatch", ContainingNamespace: { Name: "Diagnostics" } diagnostics } => IsOfSystem(diagnostics.ContainingNamespace),
        { Name: "Monitor" or "Interlocked" or "Volatile" or "Lock" or "Scope", ContainingNamespace: { Name: "Threading" } threading } => IsOfSystem(threading.ContainingNamespace),
        { Name: "DefaultInterpolatedStringHandler" } => true,

        // Descriptions of what happened; the calls of dispatchers and sessions themselves may throw.
        { Name: "MigrationFailure" or "MigrationContext" or "SetupRefusal" or "DispatchReport", ContainingNamespace: { Name: "NotifierGen" } } => true,
        _ => false,
    };

    private static bool MayThrow(IPropertySymbol property)
    {
        if (IsOfNamespace(property, "NotifierGen") || (IsOfNamespace(property, "System") && property is { IsIndexer: false, Name: not ("Result" or "Value") }))
        {
            return false;
        }

        foreach (ISymbol member in property.ContainingType.GetMembers())
        {
            // An auto-property is a field with another name.
            if (member is IFieldSymbol { AssociatedSymbol: { } associated } && SymbolEqualityComparer.Default.Equals(associated, property.OriginalDefinition))
            {
                return false;
            }
        }

        return !IsException(property.ContainingType);
    }

    private static bool IsCast(IConversionOperation conversion) =>
        conversion.Operand.Type is { IsReferenceType: true } && conversion.Type is { SpecialType: not SpecialType.System_Object };

    private static bool IsException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == "Exception" && IsOfSystem(type.ContainingNamespace))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfNamespace(ISymbol member, string root)
    {
        INamespaceSymbol? current = member.ContainingNamespace;
        while (current is { ContainingNamespace.IsGlobalNamespace: false })
        {
            current = current.ContainingNamespace;
        }

        return current?.Name == root;
    }

    private static bool IsOfSystem(INamespaceSymbol? current) => current is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };
}

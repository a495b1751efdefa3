using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>Which members of a <c>[VcpuState]</c> type are vCPU state.</summary>
internal static class TypeState
{
    /// <summary>
    /// Not its constructors and what else makes a new object, which no vCPU knows yet, and not its constants. Accessors follow their property.
    /// </summary>
    public static bool Includes(ISymbol member) => member switch
    {
        IFieldSymbol field => !field.IsConst,
        IPropertySymbol or IEventSymbol => true,
        IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } => true,
        IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion } method =>
            !SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType),
        _ => false,
    };
}

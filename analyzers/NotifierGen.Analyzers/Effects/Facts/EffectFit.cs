using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>Whether a verb can be said of what its ID names. As the attributes' targets have it, and what they cannot express.</summary>
internal static class EffectFit
{
    /// <summary>Why it cannot be said; null if it can.</summary>
    public static string? Mistake(EffectVerb verb, ISymbol symbol)
    {
        if (verb == EffectVerb.VcpuStateByAttribute)
        {
            return symbol is INamedTypeSymbol named && IsAttribute(named)
                ? null
                : $"'{verb.Name}' needs the class of an attribute, and '{Show(symbol)}' is {Kind(symbol)}";
        }

        if (!Targets(verb).Contains(Target(symbol)))
        {
            return $"'{verb.Name}' says something of {string.Join(" or ", Targets(verb).Select(Name))}, and '{Show(symbol)}' is {Kind(symbol)}";
        }

        return verb.Effects switch
        {
            MemberEffects.VcpuState when symbol is IFieldSymbol { IsConst: true } =>
                $"'{Show(symbol)}' is a constant, which no vCPU changes",
            MemberEffects.VcpuState when symbol is INamedTypeSymbol { TypeKind: TypeKind.Delegate or TypeKind.Enum } =>
                $"'{Show(symbol)}' is {Kind(symbol)}, which has no state",
            MemberEffects.StoppedWhenTrue or MemberEffects.StoppedWhenFalse when ValueType(symbol)?.SpecialType != SpecialType.System_Boolean =>
                $"'{verb.Name}' needs a value of type bool, and '{Show(symbol)}' has {Value(symbol)}",
            MemberEffects.InvokedInPlace when !((IMethodSymbol)symbol).Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Delegate) =>
                $"'{Show(symbol)}' takes no delegate",
            _ => null,
        };
    }

    /// <summary>Whether a verb may be said of some calls only.</summary>
    public static bool TakesCondition(EffectVerb verb) =>
        verb == EffectVerb.VcpuState || verb == EffectVerb.ResumesVm || verb == EffectVerb.PausesVm || verb == EffectVerb.AssertsVmStopped;

    private static string Targets(EffectVerb verb) => verb.Effects switch
    {
        MemberEffects.VcpuState => "TFPEM",
        MemberEffects.VcpuSafe => "FPEMC",
        MemberEffects.ResumesVm or MemberEffects.PausesVm or MemberEffects.NoVmEffect => "MCP",
        MemberEffects.StoppedWhenTrue or MemberEffects.StoppedWhenFalse => "FPM",
        MemberEffects.InvokedInPlace => "MC",
        _ => "M",
    };

    private static char Target(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol => 'T',
        IFieldSymbol => 'F',
        IPropertySymbol => 'P',
        IEventSymbol => 'E',
        IMethodSymbol { MethodKind: MethodKind.Constructor } => 'C',
        IMethodSymbol { MethodKind: MethodKind.StaticConstructor or MethodKind.Destructor } => '-',
        IMethodSymbol => 'M',
        _ => '-',
    };

    private static string Name(char target) => target switch
    {
        'T' => "a type",
        'F' => "a field",
        'P' => "a property",
        'E' => "an event",
        'C' => "a constructor",
        _ => "a method",
    };

    private static string Kind(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Delegate } => "a delegate type",
        INamedTypeSymbol { TypeKind: TypeKind.Enum } => "an enumeration",
        IMethodSymbol { MethodKind: MethodKind.StaticConstructor } => "a static constructor",
        IMethodSymbol { MethodKind: MethodKind.Destructor } => "a finalizer",
        _ => Name(Target(symbol)),
    };

    private static string Value(ISymbol symbol) => ValueType(symbol) is { SpecialType: not SpecialType.System_Void } type
        ? $"type '{type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}'"
        : "none";

    private static ITypeSymbol? ValueType(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };

    private static bool IsAttribute(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Attribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }

    private static string Show(ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}

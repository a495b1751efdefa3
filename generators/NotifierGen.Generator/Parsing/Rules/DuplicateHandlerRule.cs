using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NotifierGen.Generator.Parsing.Rules;

/// <summary>NG0005: two rows that would call the same code on the same device at the same moment.</summary>
internal static class DuplicateHandlerRule
{
    public const string Id = "NG0005";

    public static void Check(IMethodSymbol method, ImmutableArray<AttributeData> attributes, ref ViolationList violations)
    {
        for (int i = 0; i < attributes.Length; i++)
        {
            if (!HandlerAttribute.TryRead(attributes[i], out HandlerAttribute attribute))
            {
                continue;
            }

            if (Overlaps(in attribute, attributes, i))
            {
                violations.AddAt(attribute.Data, null, Id, method, HandlerRules.Name(method), attribute.Describe(), "another attribute");
            }
            else if (!method.IsStatic && (FindOverridden(method, in attribute) ?? FindImplemented(method, in attribute)) is { } inherited)
            {
                violations.AddAt(attribute.Data, null, Id, method, HandlerRules.Name(method), attribute.Describe(), $"'{HandlerRules.Name(inherited)}'");
            }
        }
    }

    private static IMethodSymbol? FindOverridden(IMethodSymbol method, in HandlerAttribute attribute)
    {
        for (IMethodSymbol? overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            ImmutableArray<AttributeData> others = overridden.GetAttributes();
            if (Overlaps(in attribute, others, others.Length))
            {
                return overridden;
            }
        }

        return null;
    }

    private static IMethodSymbol? FindImplemented(IMethodSymbol method, in HandlerAttribute attribute)
    {
        // Only a public method implements an interface member implicitly; an explicit implementation is NG0001.
        if (method.DeclaredAccessibility != Accessibility.Public || method.ContainingType.TypeKind != TypeKind.Class)
        {
            return null;
        }

        foreach (INamedTypeSymbol type in method.ContainingType.AllInterfaces)
        {
            foreach (ISymbol member in type.GetMembers(method.Name))
            {
                ImmutableArray<AttributeData> others = member.GetAttributes();
                if (member is IMethodSymbol { IsStatic: false } declared
                    && Overlaps(in attribute, others, others.Length)
                    && Implements(method, declared))
                {
                    return declared;
                }
            }
        }

        return null;
    }

    private static bool Implements(IMethodSymbol method, IMethodSymbol declared)
    {
        ISymbol? implementation = method.ContainingType.FindImplementationForInterfaceMember(declared);
        for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(current, implementation))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Overlaps(in HandlerAttribute attribute, ImmutableArray<AttributeData> others, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (HandlerAttribute.TryRead(others[i], out HandlerAttribute other) && attribute.Overlaps(in other))
            {
                return true;
            }
        }

        return false;
    }
}

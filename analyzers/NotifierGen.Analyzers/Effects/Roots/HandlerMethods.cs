using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Effects.Roots;

/// <summary>Finds the handlers of a type: its own methods that carry the attribute, and those that override or implement one that does.</summary>
internal sealed class HandlerMethods(HandlerText text)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, IMethodSymbol[]> _declared = new(SymbolEqualityComparer.Default);

    /// <summary>The handlers among a type's own methods with the events that call them.</summary>
    public Dictionary<IMethodSymbol, List<HandlerRow>> Of(INamedTypeSymbol type)
    {
        var handlers = new Dictionary<IMethodSymbol, List<HandlerRow>>(SymbolEqualityComparer.Default);
        foreach (IMethodSymbol handler in Declared(type))
        {
            Add(handlers, handler, handler);
        }

        for (INamedTypeSymbol? current = type.BaseType; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (IMethodSymbol handler in Declared(current.OriginalDefinition))
            {
                if ((handler.IsVirtual || handler.IsAbstract || handler.IsOverride) && OverrideIn(type, handler) is { } own)
                {
                    Add(handlers, own, handler);
                }
            }
        }

        if (type.TypeKind is TypeKind.Class or TypeKind.Struct)
        {
            foreach (INamedTypeSymbol contract in type.AllInterfaces)
            {
                AddImplementations(type, contract, handlers);
            }
        }

        return handlers;
    }

    private void AddImplementations(INamedTypeSymbol type, INamedTypeSymbol contract, Dictionary<IMethodSymbol, List<HandlerRow>> handlers)
    {
        foreach (IMethodSymbol handler in Declared(contract.OriginalDefinition))
        {
            foreach (ISymbol member in contract.GetMembers(handler.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, handler)
                    && type.FindImplementationForInterfaceMember(member) is IMethodSymbol implementation
                    && SymbolEqualityComparer.Default.Equals(implementation.ContainingType, type))
                {
                    Add(handlers, implementation, handler);
                }
            }
        }
    }

    private static void Add(Dictionary<IMethodSymbol, List<HandlerRow>> handlers, IMethodSymbol method, IMethodSymbol attributed)
    {
        if (!handlers.TryGetValue(method, out List<HandlerRow>? rows))
        {
            handlers.Add(method, rows = []);
        }

        foreach (AttributeData data in attributed.GetAttributes())
        {
            if (HandlerAttribute.TryRead(data, out HandlerAttribute attribute))
            {
                rows.Add(HandlerRow.Of(in attribute));
            }
        }
    }

    private static IMethodSymbol? OverrideIn(INamedTypeSymbol type, IMethodSymbol handler)
    {
        foreach (ISymbol member in type.GetMembers(handler.Name))
        {
            for (IMethodSymbol? current = (member as IMethodSymbol)?.OverriddenMethod; current is not null; current = current.OverriddenMethod)
            {
                if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, handler))
                {
                    return (IMethodSymbol)member;
                }
            }
        }

        return null;
    }

    private IMethodSymbol[] Declared(INamedTypeSymbol type) => _declared.GetOrAdd(type, FindDeclared);

    private IMethodSymbol[] FindDeclared(INamedTypeSymbol type)
    {
        if (!text.MayHaveHandlers(type))
        {
            return [];
        }

        return [.. type.GetMembers().OfType<IMethodSymbol>().Where(static method => method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation && HandlerAttribute.IsOn(method))];
    }
}

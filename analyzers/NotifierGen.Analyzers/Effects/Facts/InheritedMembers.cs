using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>
/// The members whose facts a member inherits: what it overrides and what it implements. A base class's member that implements an interface
/// only in a derived class is not among them: from the member alone that cannot be told.
/// </summary>
internal sealed class InheritedMembers(VmFacts facts)
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ISymbol>> _ofInterfaces = new ConcurrentDictionary<ISymbol, ImmutableArray<ISymbol>>(SymbolEqualityComparer.Default);

    /// <summary>The next ones up; of the interface members that are implemented without naming them, only those that have facts.</summary>
    public ImmutableArray<ISymbol> Of(ISymbol definition)
    {
        (ISymbol? overridden, ImmutableArray<ISymbol> named) = definition switch
        {
            IMethodSymbol method => (method.OverriddenMethod, ImmutableArray<ISymbol>.CastUp(method.ExplicitInterfaceImplementations)),
            IPropertySymbol property => (property.OverriddenProperty, ImmutableArray<ISymbol>.CastUp(property.ExplicitInterfaceImplementations)),
            IEventSymbol raised => ((ISymbol?)raised.OverriddenEvent, ImmutableArray<ISymbol>.CastUp(raised.ExplicitInterfaceImplementations)),
            _ => (null, ImmutableArray<ISymbol>.Empty),
        };
        ImmutableArray<ISymbol> all = overridden is null ? named : named.Add(overridden);
        return CanImplement(definition) ? all.AddRange(Implemented(definition)) : all;
    }

    private static bool CanImplement(ISymbol definition) =>
        definition.DeclaredAccessibility == Accessibility.Public
        && definition is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove or MethodKind.UserDefinedOperator or MethodKind.Conversion } or IPropertySymbol or IEventSymbol
        && definition.ContainingType is { TypeKind: TypeKind.Class or TypeKind.Struct };

    private IEnumerable<ISymbol> Implemented(ISymbol definition)
    {
        foreach (INamedTypeSymbol type in definition.ContainingType.AllInterfaces)
        {
            foreach (ISymbol candidate in WithFacts(type.OriginalDefinition))
            {
                if (candidate.Name != definition.Name)
                {
                    continue;
                }

                foreach (ISymbol member in type.GetMembers(candidate.Name))
                {
                    if (SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, candidate)
                        && SymbolEqualityComparer.Default.Equals(definition.ContainingType.FindImplementationForInterfaceMember(member), definition))
                    {
                        yield return candidate;
                    }
                }
            }
        }
    }

    private ImmutableArray<ISymbol> WithFacts(INamedTypeSymbol definition) =>
        _ofInterfaces.TryGetValue(definition, out ImmutableArray<ISymbol> members)
            ? members
            : _ofInterfaces.GetOrAdd(definition, definition.GetMembers().Where(HasFacts).ToImmutableArray());

    private bool HasFacts(ISymbol member) => member switch
    {
        IMethodSymbol method => facts.Of(member) != MemberEffects.None
            || !facts.Conditional(method).IsEmpty
            || method.Parameters.Any(parameter => facts.IsVcpuState(parameter) || facts.IsInvokedInPlace(parameter)),
        IPropertySymbol or IEventSymbol => facts.Of(member) != MemberEffects.None,
        _ => false,
    };
}

using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using NotifierGen.Analyzers.Effects.Declarations;
using NotifierGen.Analyzers.Effects.Facts;
using NotifierGen.Analyzers.Effects.Ir;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <summary>What a call may run in this compilation. Looked up by declarations only, so it holds as long as they do.</summary>
internal sealed class CallTargets(LoweringServices services, TypeHierarchy hierarchy)
{
    private readonly ConcurrentDictionary<IMethodSymbol, CallTarget?> _direct = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(IMethodSymbol, INamedTypeSymbol?), CallTarget[]> _virtual = new(VirtualCallComparer.Instance);

    /// <summary>The targets of a call.</summary>
    public CallTarget[] Of(IMethodSymbol method, Receiver receiver)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!receiver.IsVirtual || !(method.IsVirtual || method.IsAbstract || method.IsOverride) || method.IsSealed)
        {
            return Direct(method) is { } only ? [only] : [];
        }

        INamedTypeSymbol? narrowed = (receiver.Type as INamedTypeSymbol)?.OriginalDefinition;
        if (narrowed is { TypeKind: TypeKind.Class or TypeKind.Struct } && (receiver.IsExact || narrowed.IsSealed))
        {
            return Implementation(narrowed, method) is { } exact && Direct(exact) is { } target ? [target] : [];
        }

        return _virtual.GetOrAdd((method, narrowed), key => Find(key.Item1, key.Item2));
    }

    /// <summary>A member as the target of a delegate or call that cannot run an override; null if nothing is known of it.</summary>
    public CallTarget? Direct(IMethodSymbol method) => _direct.TryGetValue(method, out CallTarget? known) ? known : _direct.GetOrAdd(method, FindDirect(method));

    private CallTarget? FindDirect(IMethodSymbol method)
    {
        MemberEffects facts = services.Facts.Of(method);
        if (MemberContract.IsContract(facts))
        {
            string name = MemberName.Of(method);
            return new CallTarget(name, default, MemberContract.Of(facts, name, services.Types.IsDisposable(method.ReturnType)));
        }

        return services.Files.KeyOf(BodyOwner(method)) is { } key && HasBody(method) ? new CallTarget(MemberName.Of(method), key) : null;
    }

    // An implicit constructor stands for its type's initialisers; a primary one is declared by the type itself.
    private static ISymbol BodyOwner(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: true } ? method.ContainingType : method;

    private static bool HasBody(IMethodSymbol method) => method switch
    {
        { IsAbstract: true } or { IsExtern: true } => false,
        { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: true } => true,
        _ => method.DeclaringSyntaxReferences.Length > 0,
    };

    private static IMethodSymbol? Implementation(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            return ImplementationOfInterface(type, method);
        }

        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers(method.Name))
            {
                if (member is IMethodSymbol candidate
                    && (SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, method) || TypeHierarchy.Overrides(candidate, method)))
                {
                    return candidate.OriginalDefinition;
                }
            }
        }

        return null;
    }

    private static IMethodSymbol? ImplementationOfInterface(INamedTypeSymbol type, IMethodSymbol method)
    {
        foreach (INamedTypeSymbol implemented in type.AllInterfaces)
        {
            if (!SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, method.ContainingType))
            {
                continue;
            }

            foreach (ISymbol member in implemented.GetMembers(method.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method)
                    && type.FindImplementationForInterfaceMember(member) is IMethodSymbol found)
                {
                    return found.OriginalDefinition;
                }
            }
        }

        return null;
    }

    private CallTarget[] Find(IMethodSymbol method, INamedTypeSymbol? receiver)
    {
        var found = new Dictionary<IMethodSymbol, CallTarget>(SymbolEqualityComparer.Default);
        bool isObject = receiver is null or { SpecialType: SpecialType.System_Object };
        if (method.ContainingType.SpecialType == SpecialType.System_Object && isObject)
        {
            // ToString of anything may be anything; without source and facts it has no effect (assumption A3).
            return [];
        }

        INamedTypeSymbol root = receiver is not null && IsRelated(receiver, method.ContainingType) ? receiver : method.ContainingType;
        foreach (INamedTypeSymbol type in hierarchy.Derived(root))
        {
            if (type is { IsAbstract: false } && Implementation(type, method) is { } implementation)
            {
                Add(found, implementation, type);
            }
        }

        if (services.Files.KeyOf(method) is null)
        {
            // A type below one of a referenced assembly does not name the member's own type.
            foreach (IMethodSymbol candidate in hierarchy.OverridesOf(method))
            {
                Add(found, candidate.OriginalDefinition, candidate.ContainingType);
            }
        }
        else if (method is { IsAbstract: false, ContainingType.TypeKind: TypeKind.Interface } && Direct(method) is { } byDefault)
        {
            found[method] = byDefault;
        }

        return [.. found.Values];
    }

    private void Add(Dictionary<IMethodSymbol, CallTarget> found, IMethodSymbol implementation, INamedTypeSymbol type)
    {
        if (Direct(implementation) is not { } target)
        {
            return;
        }

        string? onlyIfNamed = IsCreatedOnlyHere(type) ? type.Name : null;
        if (!found.TryGetValue(implementation, out CallTarget? known))
        {
            found.Add(implementation, target with { OnlyIfNamed = onlyIfNamed });
        }
        else if (known.OnlyIfNamed is not null && known.OnlyIfNamed != onlyIfNamed)
        {
            found[implementation] = target;
        }
    }

    private static bool IsCreatedOnlyHere(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Class && !HandlerAttributeIsIn(type) && !IsVisibleOutside(type);

    // The dispatcher's devices are created by hosts.
    private static bool HandlerAttributeIsIn(INamedTypeSymbol type)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IMethodSymbol method && HandlerAttribute.IsOn(method))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsVisibleOutside(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsRelated(INamedTypeSymbol receiver, INamedTypeSymbol declaring)
    {
        for (INamedTypeSymbol? current = receiver; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, declaring))
            {
                return true;
            }
        }

        return receiver.AllInterfaces.Any(implemented => SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, declaring));
    }

    private sealed class VirtualCallComparer : IEqualityComparer<(IMethodSymbol Method, INamedTypeSymbol? Receiver)>
    {
        public static readonly VirtualCallComparer Instance = new();

        public bool Equals((IMethodSymbol Method, INamedTypeSymbol? Receiver) x, (IMethodSymbol Method, INamedTypeSymbol? Receiver) y) =>
            SymbolEqualityComparer.Default.Equals(x.Method, y.Method) && SymbolEqualityComparer.Default.Equals(x.Receiver, y.Receiver);

        public int GetHashCode((IMethodSymbol Method, INamedTypeSymbol? Receiver) obj) => SymbolEqualityComparer.Default.GetHashCode(obj.Method);
    }
}

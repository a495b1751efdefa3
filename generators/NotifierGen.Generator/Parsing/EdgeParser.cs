using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NotifierGen.Generator.Model;

namespace NotifierGen.Generator.Parsing;

/// <summary>Reads what After and Before name.</summary>
internal static class EdgeParser
{
    /// <summary>The types that the argument of that name lists.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="argumentName">After or Before.</param>
    /// <param name="compilation">Where generated code is to name them.</param>
    public static EquatableArray<EdgeTarget> Parse(AttributeData attribute, string argumentName, Compilation? compilation)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == argumentName && argument.Value is { Kind: TypedConstantKind.Array, IsNull: false })
            {
                return Parse(argument.Value.Values, compilation);
            }
        }

        return default;
    }

    /// <summary>The lineage of one type; see <see cref="EdgeTarget.Lineage"/>.</summary>
    public static EquatableArray<EquatableArray<TypeKey>> Lineage(INamedTypeSymbol type)
    {
        var levels = new List<EquatableArray<TypeKey>>();
        for (INamedTypeSymbol? current = type.OriginalDefinition; current is not null; current = current.BaseType?.OriginalDefinition)
        {
            if (current.SpecialType != SpecialType.None)
            {
                break;
            }

            levels.Add(new EquatableArray<TypeKey>([TypeNames.Key(current)]));
            AddInterfaces(current, levels);
        }

        return new EquatableArray<EquatableArray<TypeKey>>([.. levels]);
    }

    /// <summary>A private or file-local type has no rows of its own, and generated code cannot name it: its base class stands for it.</summary>
    public static INamedTypeSymbol? NearestNameable(INamedTypeSymbol type)
    {
        INamedTypeSymbol? current = type.TypeKind is TypeKind.Error or TypeKind.Dynamic ? null : type;
        while (current is not null && !IsNameable(current))
        {
            current = current.BaseType?.OriginalDefinition;
        }

        return current;
    }

    private static EquatableArray<EdgeTarget> Parse(ImmutableArray<TypedConstant> types, Compilation? compilation)
    {
        var targets = new List<EdgeTarget>(types.Length);
        foreach (TypedConstant constant in types)
        {
            if (constant.Value is INamedTypeSymbol type && NearestNameable(type.OriginalDefinition) is { } nameable)
            {
                string alias = AliasOf(nameable, compilation);
                var target = new EdgeTarget(TypeNames.TypeReference(nameable, alias), alias, Lineage(nameable));
                if (!targets.Contains(target))
                {
                    targets.Add(target);
                }
            }
        }

        return new EquatableArray<EdgeTarget>([.. targets]);
    }

    private static string AliasOf(INamedTypeSymbol type, Compilation? compilation) =>
        compilation is null || SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
            ? ReferenceAlias.None
            : ReferenceAlias.Of(compilation.GetMetadataReference(type.ContainingAssembly));

    private static bool IsNameable(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal
                || current.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The interfaces that a type adds to those of its base class: the ones it lists first, then those behind them.</summary>
    private static void AddInterfaces(INamedTypeSymbol type, List<EquatableArray<TypeKey>> levels)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        if (type.BaseType is { } baseType)
        {
            foreach (INamedTypeSymbol inherited in baseType.AllInterfaces)
            {
                seen.Add(inherited.OriginalDefinition);
            }
        }

        ImmutableArray<INamedTypeSymbol> level = Nearest(type.Interfaces);
        while (!level.IsEmpty)
        {
            var keys = new List<TypeKey>();
            ImmutableArray<INamedTypeSymbol>.Builder next = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
            foreach (INamedTypeSymbol listed in level)
            {
                if (seen.Add(listed.OriginalDefinition))
                {
                    keys.Add(TypeNames.Key(listed.OriginalDefinition));
                    next.AddRange(Nearest(listed.Interfaces));
                }
            }

            if (keys.Count > 0)
            {
                levels.Add(new EquatableArray<TypeKey>([.. keys]));
            }

            level = next.ToImmutable();
        }
    }

    /// <summary>
    /// The listed interfaces that no other listed one is derived from. A built assembly lists all that a type has, its source only some: an edge
    /// must mean the same for both.
    /// </summary>
    private static ImmutableArray<INamedTypeSymbol> Nearest(ImmutableArray<INamedTypeSymbol> listed)
    {
        if (listed.Length < 2)
        {
            return listed;
        }

        var behind = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (INamedTypeSymbol each in listed)
        {
            behind.UnionWith(each.AllInterfaces);
        }

        return listed.RemoveAll(behind.Contains);
    }
}

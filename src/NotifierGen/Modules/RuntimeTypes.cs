using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using NotifierGen.Generator.Model;

namespace NotifierGen.Modules;

/// <summary>
/// Names run-time types as the generator names those of a compilation. Two assemblies may share even their full names, in two load contexts;
/// they are told apart by a number behind the name. Keeps no assembly alive.
/// </summary>
internal sealed class RuntimeTypes
{
    private readonly ConditionalWeakTable<Assembly, string> _identities = new();
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);

    public TypeKey KeyOf(Type type) => new(type.Assembly.GetName().Name ?? "", type.FullName ?? type.Name, IdentityOf(type.Assembly));

    /// <summary>What an edge to a type means: the type, the interfaces it adds, its base class, and so on, nearest first.</summary>
    [RequiresUnreferencedCode(RowReader.Unreferenced)]
    public EdgeTarget TargetOf(Type named)
    {
        List<EquatableArray<TypeKey>> levels = [];
        for (Type? type = Definition(named); type is not null; type = type.BaseType is { } baseType ? Definition(baseType) : null)
        {
            levels.Add(new EquatableArray<TypeKey>([KeyOf(type)]));
            AddInterfaces(type, levels);
        }

        return new EdgeTarget("", "", new EquatableArray<EquatableArray<TypeKey>>([.. levels]));
    }

    [RequiresUnreferencedCode(RowReader.Unreferenced)]
    private void AddInterfaces(Type type, List<EquatableArray<TypeKey>> levels)
    {
        HashSet<Type> seen = [.. (type.BaseType?.GetInterfaces() ?? []).Select(Definition)];
        List<Type> level = Nearest(type);
        while (level.Count > 0)
        {
            List<TypeKey> keys = [];
            List<Type> next = [];
            foreach (Type each in level)
            {
                if (seen.Add(Definition(each)))
                {
                    keys.Add(KeyOf(Definition(each)));
                    next.AddRange(Nearest(each));
                }
            }

            if (keys.Count > 0)
            {
                levels.Add(new EquatableArray<TypeKey>([.. keys]));
            }

            level = next;
        }
    }

    /// <summary>The interfaces of a type that no other one of them is derived from.</summary>
    [RequiresUnreferencedCode(RowReader.Unreferenced)]
    private static List<Type> Nearest(Type type)
    {
        Type[] all = type.GetInterfaces();
        HashSet<Type> behind = [.. all.SelectMany(each => each.GetInterfaces())];
        return [.. all.Where(each => !behind.Contains(each))];
    }

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private string IdentityOf(Assembly assembly)
    {
        if (!_identities.TryGetValue(assembly, out string? identity))
        {
            string name = assembly.FullName ?? "";
            _uses.TryGetValue(name, out int uses);
            _uses[name] = uses + 1;
            identity = uses == 0 ? name : FormattableString.Invariant($"{name} #{uses + 1}");
            _identities.Add(assembly, identity);
        }

        return identity;
    }
}

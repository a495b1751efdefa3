using System.Reflection.Metadata;
using NotifierGen.Generator.Model;

namespace NotifierGen.Tool.Reading;

/// <summary>
/// What an edge to a type means: the type, the interfaces it adds, its base class, and so on, nearest first; as the generator finds it out from a
/// compilation. What cannot be found, such as the framework's types, has no rows and ends its branch.
/// </summary>
internal sealed class TypeLineages(AssemblySet assemblies)
{
    private const int MostForwards = 16;

    private readonly Dictionary<TypeKey, HashSet<TypeKey>> _allInterfaces = [];

    public EquatableArray<EquatableArray<TypeKey>> Of(TypeKey named)
    {
        List<EquatableArray<TypeKey>> levels = [];
        HashSet<TypeKey> bases = [];
        TypeKey? next = named;
        while (next is { } key)
        {
            Place? place = Resolve(ref key);
            if (!bases.Add(key))
            {
                break;
            }

            levels.Add(new EquatableArray<TypeKey>([key]));
            next = place?.Base();
            AddInterfaces(place, next, levels);
        }

        return new EquatableArray<EquatableArray<TypeKey>>([.. levels]);
    }

    private void AddInterfaces(Place? place, TypeKey? baseType, List<EquatableArray<TypeKey>> levels)
    {
        HashSet<TypeKey> seen = baseType is { } key ? [.. AllInterfaces(key)] : [];
        List<TypeKey> level = Nearest(place);
        while (level.Count > 0)
        {
            List<TypeKey> keys = [];
            List<TypeKey> behind = [];
            foreach (TypeKey each in level.Where(seen.Add))
            {
                TypeKey found = each;
                behind.AddRange(Nearest(Resolve(ref found)));
                keys.Add(found);
            }

            if (keys.Count > 0)
            {
                levels.Add(new EquatableArray<TypeKey>([.. keys]));
            }

            level = behind;
        }
    }

    /// <summary>The listed interfaces that no other listed one is derived from.</summary>
    private List<TypeKey> Nearest(Place? place)
    {
        List<TypeKey> listed = place?.Interfaces() ?? [];
        HashSet<TypeKey> behind = [.. listed.SelectMany(AllInterfaces)];
        return listed.FindAll(each => !behind.Contains(each));
    }

    private HashSet<TypeKey> AllInterfaces(TypeKey type)
    {
        if (!_allInterfaces.TryGetValue(type, out HashSet<TypeKey>? all))
        {
            // Entered before it is filled: in a damaged file a type may be its own base.
            _allInterfaces.Add(type, all = []);
            TypeKey key = type;
            if (Resolve(ref key) is { } place)
            {
                foreach (TypeKey each in place.Interfaces())
                {
                    all.Add(each);
                    all.UnionWith([.. AllInterfaces(each)]);
                }

                if (place.Base() is { } baseType)
                {
                    all.UnionWith([.. AllInterfaces(baseType)]);
                }
            }
        }

        return all;
    }

    /// <summary>Finds a type, also where it was moved to.</summary>
    private Place? Resolve(ref TypeKey key)
    {
        for (int i = 0; i < MostForwards && assemblies.Find(key.Assembly) is { } file; i++)
        {
            if (file.Find(key.MetadataName) is { } type)
            {
                return new Place(file, type);
            }

            if (file.ForwardOf(key.MetadataName) is not { } other)
            {
                break;
            }

            key = key with { Assembly = other };
        }

        return null;
    }

    private readonly record struct Place(AssemblyFile File, TypeDefinitionHandle Type)
    {
        public TypeKey? Base()
        {
            Place here = this;
            return File.Read(() => MetadataNames.KeyOf(here.File, here.File.Metadata.GetTypeDefinition(here.Type).BaseType));
        }

        public List<TypeKey> Interfaces() => File.Read(ReadInterfaces);

        private List<TypeKey> ReadInterfaces()
        {
            List<TypeKey> interfaces = [];
            foreach (InterfaceImplementationHandle handle in File.Metadata.GetTypeDefinition(Type).GetInterfaceImplementations())
            {
                if (MetadataNames.KeyOf(File, File.Metadata.GetInterfaceImplementation(handle).Interface) is { } key)
                {
                    interfaces.Add(key);
                }
            }

            return interfaces;
        }
    }
}

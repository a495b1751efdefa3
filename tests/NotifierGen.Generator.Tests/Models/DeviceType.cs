namespace NotifierGen.Generator.Tests.Models;

/// <summary>A type of a random machine.</summary>
internal sealed class DeviceType(string name, TypeKind kind, MachineProject project, string ns, DeviceType? container)
{
    /// <summary>Its name, not escaped.</summary>
    public string Name { get; } = name;

    public TypeKind Kind { get; } = kind;

    public MachineProject Project { get; } = project;

    /// <summary>Its namespace, not escaped; empty for the global one.</summary>
    public string Namespace { get; } = ns;

    public DeviceType? Container { get; } = container;

    public string Accessibility { get; set; } = "public";

    public bool IsAbstract { get; set; }

    public bool IsSealed { get; set; }

    public bool IsPartial { get; set; }

    /// <summary>In which file of the project its main part is.</summary>
    public int File { get; set; }

    public List<TypeParameter> Parameters { get; } = [];

    public TypeUse? Base { get; set; }

    /// <summary>The interfaces that it lists.</summary>
    public List<DeviceType> Interfaces { get; } = [];

    public List<DeviceMethod> Methods { get; } = [];

    /// <summary>The containers, outermost first, and itself.</summary>
    public IEnumerable<DeviceType> Nesting => Container is null ? [this] : Container.Nesting.Append(this);

    /// <summary>The type parameters of the containers and its own.</summary>
    public IReadOnlyList<TypeParameter> AllParameters => [.. Nesting.SelectMany(type => type.Parameters)];

    /// <summary>Itself and the classes it is derived from, nearest first.</summary>
    public IEnumerable<DeviceType> Classes => Base is null ? [this] : Base.Type.Classes.Prepend(this);

    public bool IsPublic => Nesting.All(type => type.Accessibility == "public");

    /// <summary>Whether nobody outside its project can name it or be derived from it.</summary>
    public bool IsInternal => Nesting.Any(type => type.Accessibility == "internal");

    /// <summary>Whether further parts can stand in other files.</summary>
    public bool CanBeSplit => Nesting.All(type => type.IsPartial);

    /// <summary>The name as tables print it.</summary>
    public string FullName => (Namespace.Length == 0 ? "" : Namespace + ".") + string.Join('.', Nesting.Select(type =>
        type.Parameters.Count == 0 ? type.Name : $"{type.Name}<{string.Join(", ", type.Parameters.Select(parameter => parameter.Name))}>"));

    /// <summary>The name as reflection knows it.</summary>
    public string MetadataName => (Namespace.Length == 0 ? "" : Namespace + ".") + string.Join('+', Nesting.Select(type =>
        type.Parameters.Count == 0 ? type.Name : $"{type.Name}`{type.Parameters.Count}"));

    public override string ToString() => FullName;

    /// <summary>Whether code of a project can name the type.</summary>
    public bool IsVisibleFrom(MachineProject project) =>
        project == Project || (IsPublic && project.Reach.Contains(Project) && !(project.IsBoard && NeedsModules));

    /// <summary>Whether the compiler has to see a module to make sense of the type.</summary>
    private bool NeedsModules => Nesting.Any(type => type.Classes.Concat(type.AllInterfaces()).Any(each => each.Project.IsModule));

    /// <summary>Whether an object of this class is one of <paramref name="type"/>.</summary>
    public bool IsA(DeviceType type) => Classes.Contains(type) || AllInterfaces().Contains(type);

    /// <summary>The interfaces it implements by whatever way.</summary>
    public HashSet<DeviceType> AllInterfaces()
    {
        var all = new HashSet<DeviceType>();
        foreach (DeviceType listed in Classes.SelectMany(type => type.Interfaces))
        {
            all.Add(listed);
            all.UnionWith(listed.AllInterfaces());
        }

        return all;
    }
}

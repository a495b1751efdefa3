namespace NotifierGen.Generator.Tests.Models;

/// <summary>A method of a random machine: a handler if it is annotated, or what a handler is overridden or implemented by.</summary>
internal sealed class DeviceMethod(DeviceType type, string name, MethodKind kind)
{
    public DeviceType Type { get; } = type;

    /// <summary>Its name, not escaped.</summary>
    public string Name { get; } = name;

    public MethodKind Kind { get; } = kind;

    public string Accessibility { get; init; } = "public";

    public bool TakesContext { get; init; }

    /// <summary>Whether it returns a SetupResult.</summary>
    public bool Answers { get; init; }

    public bool Refuses { get; init; }

    public bool Throws { get; init; }

    /// <summary>The method that it overrides or implements: the one that introduced it.</summary>
    public DeviceMethod? Implements { get; init; }

    /// <summary>In which file of the project it stands.</summary>
    public int File { get; set; }

    public List<Annotation> Annotations { get; } = [];

    public bool IsHidden => Accessibility is "private" or "protected" or "private protected";

    /// <summary>What it notes when it is called.</summary>
    public string Label => $"{Type.Project.Name}: {Type.FullName}.{Name}({(TakesContext ? "context" : "")})";

    public override string ToString() => Label;
}

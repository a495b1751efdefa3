namespace NotifierGen.Generator.Tests.Models;

/// <summary>A project of a random machine.</summary>
internal sealed class MachineProject(string name, int files)
{
    public string Name { get; } = name;

    /// <summary>Over how many files its types are spread.</summary>
    public int Files { get; } = files;

    /// <summary>The types, containers before what they contain and bases before what is derived from them.</summary>
    public List<DeviceType> Types { get; } = [];

    public List<MachineProject> References { get; } = [];

    /// <summary>Itself and all it references, over however many others.</summary>
    public IEnumerable<MachineProject> Reach => References.SelectMany(reference => reference.Reach).Prepend(this).Distinct();
}

namespace NotifierGen.Generator.Tests.Models;

/// <summary>A project of a random machine.</summary>
internal sealed class MachineProject(string name, int files)
{
    public string Name { get; } = name;

    /// <summary>Over how many files its types are spread.</summary>
    public int Files { get; } = files;

    /// <summary>Whether it holds the dispatcher.</summary>
    public bool IsBoard { get; init; }

    /// <summary>Whether the dispatcher is compiled without it, and gets it at run time.</summary>
    public bool IsModule { get; init; }

    /// <summary>The types, containers before what they contain and bases before what is derived from them.</summary>
    public List<DeviceType> Types { get; } = [];

    public List<MachineProject> References { get; } = [];

    /// <summary>Itself and all it references, over however many others; the dispatcher's project does not see modules, nor what lies behind them.</summary>
    public IEnumerable<MachineProject> Reach => Closure(withModules: !IsBoard);

    private IEnumerable<MachineProject> Closure(bool withModules) =>
        References.Where(reference => withModules || !reference.IsModule).SelectMany(reference => reference.Closure(withModules)).Prepend(this).Distinct();
}

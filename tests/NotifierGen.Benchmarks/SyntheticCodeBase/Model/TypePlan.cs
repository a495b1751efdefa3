namespace NotifierGen.Benchmarks.SyntheticCodeBase.Model;

/// <summary>A class before its text is written.</summary>
internal sealed class TypePlan(string ns, string name, ulong seed)
{
    public string Namespace { get; } = ns;

    public string Name { get; } = name;

    /// <summary>Decides about the text of its bodies.</summary>
    public ulong Seed { get; } = seed;

    /// <summary>Whether the class works on a processor: only such classes touch vCPU state.</summary>
    public bool SeesCpu { get; init; }

    /// <summary>Whether the class has an event that its methods raise.</summary>
    public bool HasEvent { get; init; }

    /// <summary>What it implements or derives from.</summary>
    public ContractPlan? Contract { get; set; }

    /// <summary>The classes whose methods it calls.</summary>
    public List<TypePlan> Collaborators { get; } = [];

    /// <summary>The contracts whose members it calls.</summary>
    public List<ContractPlan> Uses { get; } = [];

    public List<MethodPlan> Methods { get; } = [];

    public string FullName => "global::" + Namespace + "." + Name;

    /// <summary>The name of the field that holds an instance of a class or contract.</summary>
    public static string FieldOf(string name)
    {
        string stem = name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]) ? name[1..] : name;
        return "_" + char.ToLowerInvariant(stem[0]) + stem[1..];
    }
}

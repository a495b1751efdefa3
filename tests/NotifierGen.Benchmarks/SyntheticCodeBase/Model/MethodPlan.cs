namespace NotifierGen.Benchmarks.SyntheticCodeBase.Model;

/// <summary>A method before its text is written: what it calls and what it touches.</summary>
internal sealed class MethodPlan(TypePlan type, string name, MethodKind kind, int layer)
{
    public TypePlan Type { get; } = type;

    public string Name { get; } = name;

    public MethodKind Kind { get; } = kind;

    /// <summary>A method calls methods of lower layers only (and perhaps itself), so the reach of each is bounded.</summary>
    public int Layer { get; } = layer;

    public List<CallPlan> Calls { get; } = [];

    /// <summary>Whether its own body uses vCPU state.</summary>
    public bool TouchesState { get; set; }

    /// <summary>The member that it implements or overrides.</summary>
    public ContractMember? Implements { get; set; }

    /// <summary>Whether other types may call it.</summary>
    public bool IsPublic { get; set; } = true;
}

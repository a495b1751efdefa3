using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <summary>A type that is being written.</summary>
internal sealed class TypePlan(string name, string header)
{
    public string Name { get; } = name;

    public string Header { get; } = header;

    public List<Node> Members { get; } = [];

    /// <summary>Whether its members can say <c>_vm</c> and <c>_cpu</c>.</summary>
    public bool HasMachineFields { get; init; }

    /// <summary>Whether an instance is to be had by <c>new T()</c>.</summary>
    public bool IsCreatable { get; init; }

    public bool IsStatic { get; init; }

    public Node ToNode() => new(Sort.Type, Header + "\n{\n$*\n}\n", [.. Members]);
}

namespace NotifierGen.Benchmarks.SyntheticCodeBase.Model;

/// <summary>An interface or an abstract class.</summary>
internal sealed class ContractPlan
{
    public ContractPlan(string ns, string name, bool isInterface, int fanOut, IEnumerable<string> members)
    {
        Namespace = ns;
        Name = name;
        IsInterface = isInterface;
        FanOut = fanOut;
        Members = [.. members.Select(member => new ContractMember(this, member))];
    }

    public string Namespace { get; }

    public string Name { get; }

    public bool IsInterface { get; }

    /// <summary>How many types are to implement it.</summary>
    public int FanOut { get; }

    public IReadOnlyList<ContractMember> Members { get; }

    /// <summary>How many do so far.</summary>
    public int Implementations { get; set; }

    public string FullName => "global::" + Namespace + "." + Name;
}

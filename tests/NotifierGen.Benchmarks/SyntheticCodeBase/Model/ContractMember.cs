namespace NotifierGen.Benchmarks.SyntheticCodeBase.Model;

/// <summary>A virtual member, <c>int M(int value, int count)</c>, with everything that implements it.</summary>
internal sealed class ContractMember(ContractPlan contract, string name)
{
    public ContractPlan Contract { get; } = contract;

    public string Name { get; } = name;

    public List<MethodPlan> Implementations { get; } = [];
}

using NotifierGen.Benchmarks.SyntheticCodeBase.Model;

namespace NotifierGen.Benchmarks.SyntheticCodeBase.Planning;

/// <summary>A namespace: classes in an order in which each knows those before it, and the contracts they share.</summary>
/// <param name="Namespace">Its name.</param>
/// <param name="Contracts">The interfaces and abstract classes.</param>
/// <param name="Types">The classes; the module may be cut off behind any of them.</param>
/// <param name="TypesPerFile">How many classes stand in one file.</param>
internal sealed record ModulePlan(string Namespace, IReadOnlyList<ContractPlan> Contracts, IReadOnlyList<TypePlan> Types, int TypesPerFile = 1);

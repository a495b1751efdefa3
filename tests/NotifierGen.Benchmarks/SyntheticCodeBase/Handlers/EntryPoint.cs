using NotifierGen.Benchmarks.SyntheticCodeBase.Model;

namespace NotifierGen.Benchmarks.SyntheticCodeBase.Handlers;

/// <summary>A class and a method that one of its handlers may call.</summary>
/// <param name="Host">The class.</param>
/// <param name="Method">The method: the class's own or one of its collaborators'.</param>
/// <param name="Reach">Every body that the method reaches.</param>
internal sealed record EntryPoint(TypePlan Host, MethodPlan Method, HashSet<MethodPlan> Reach);

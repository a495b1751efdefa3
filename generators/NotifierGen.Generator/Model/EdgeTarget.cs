namespace NotifierGen.Generator.Model;

/// <summary>A type named in After or Before.</summary>
/// <param name="TypeReference">How a typeof in generated code names it.</param>
/// <param name="Alias">The extern alias in that name, or <c>global</c>.</param>
/// <param name="Lineage">
/// The types whose rows the edge means, nearest first: the type itself, the interfaces it adds, its base class, and so on. Those that stand
/// equally near are joined in one level. The first level with rows of the event and phase in question is the target.
/// </param>
internal sealed record EdgeTarget(string TypeReference, string Alias, EquatableArray<EquatableArray<TypeKey>> Lineage);

namespace NotifierGen.Generator.Model;

/// <summary>A <c>[DispatchTable]</c> class.</summary>
/// <param name="FullName">Its full name.</param>
/// <param name="Declaration">How generated code adds a part to it.</param>
/// <param name="HidesTable">Whether a base class has a member named Table.</param>
/// <param name="Suppressions">What the generated part would be warned about.</param>
internal sealed record DispatcherModel(string FullName, PartialType Declaration, bool HidesTable, EquatableArray<Suppression> Suppressions);

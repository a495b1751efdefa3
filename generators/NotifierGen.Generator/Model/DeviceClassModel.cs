namespace NotifierGen.Generator.Model;

/// <summary>A type that declares handlers.</summary>
/// <param name="Key">The type.</param>
/// <param name="FullName">Its name in tables, which also orders rows: with namespace, containing types and type parameters.</param>
/// <param name="TypeReference">How a typeof in generated code names it; unbound for a generic type.</param>
/// <param name="Cref">How documentation names it.</param>
/// <param name="IsGeneric">Whether it, or a type that contains it, has type parameters.</param>
/// <param name="Declaration">How generated code adds a part to it, if it is partial.</param>
/// <param name="Suppressions">What naming it would be warned about.</param>
internal sealed record DeviceClassModel(
    TypeKey Key,
    string FullName,
    string TypeReference,
    string Cref,
    bool IsGeneric,
    PartialType Declaration,
    EquatableArray<Suppression> Suppressions);

namespace NotifierGen.Generator.Model;

/// <summary>A handler: what one annotated method contributes.</summary>
/// <param name="Device">The type that declares it.</param>
/// <param name="Rows">Its rows, one for each attribute.</param>
/// <param name="Suppressions">What calling it would be warned about.</param>
internal sealed record HandlerModel(DeviceClassModel Device, EquatableArray<RowModel> Rows, EquatableArray<Suppression> Suppressions);

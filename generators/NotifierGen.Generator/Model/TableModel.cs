namespace NotifierGen.Generator.Model;

/// <summary>A dispatch table.</summary>
/// <param name="Rows">The rows in call order, section by section.</param>
internal sealed record TableModel(EquatableArray<TableRow> Rows);

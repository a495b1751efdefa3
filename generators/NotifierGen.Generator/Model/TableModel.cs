namespace NotifierGen.Generator.Model;

/// <summary>A dispatch table.</summary>
/// <param name="Rows">The rows in call order, section by section.</param>
/// <param name="LeftOut">The rows that have no place in it, because they wait for each other; by row class.</param>
internal sealed record TableModel(EquatableArray<TableRow> Rows, EquatableArray<TableRow> LeftOut);

namespace NotifierGen.Tool.Differences;

/// <summary>One change of a table.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Row">The row; as it is in the new table, unless it was lost.</param>
/// <param name="What">What is different, for rows that are in both tables.</param>
internal sealed record RowChange(ChangeKind Kind, NotifierRow Row, string What);

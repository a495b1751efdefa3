namespace NotifierGen.Tool.Differences;

/// <summary>What can happen to a row.</summary>
internal enum ChangeKind
{
    /// <summary>Only the new table has it.</summary>
    Gained,

    /// <summary>Only the old table has it.</summary>
    Lost,

    /// <summary>Its modes, order, budget or needs are others.</summary>
    Changed,

    /// <summary>It runs at another place among the rows that both tables have.</summary>
    Moved,
}

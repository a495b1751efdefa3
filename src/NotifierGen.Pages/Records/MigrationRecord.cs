using System.Collections.Immutable;

namespace NotifierGen.Pages.Records;

/// <summary>What was recorded of one migration. Times are microseconds since the record began.</summary>
internal sealed record MigrationRecord
{
    /// <summary>What migrated, e.g. the command.</summary>
    public required string Title { get; init; }

    /// <summary>The mode of migration, as MigrationMode names it; empty: not known.</summary>
    public string Mode { get; init; } = "";

    /// <summary>How it ended, in one line.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>Whether it failed.</summary>
    public bool Failed { get; init; }

    public ImmutableArray<RecordedRound> Rounds { get; init; } = [];

    /// <summary>When the VM stood still; none: it never did, or nobody wrote it down.</summary>
    public ImmutableArray<RecordedPause> Pauses { get; init; } = [];

    /// <summary>When the guest ran on the destination and was fetched page by page: once, or never.</summary>
    public ImmutableArray<RecordedPostcopy> Postcopies { get; init; } = [];

    public ImmutableArray<RecordedDispatch> Dispatches { get; init; } = [];

    /// <summary>Every call of a handler, in the order of the calls.</summary>
    public ImmutableArray<RecordedHandler> Handlers { get; init; } = [];

    public ImmutableArray<RecordedMark> Marks { get; init; } = [];
}

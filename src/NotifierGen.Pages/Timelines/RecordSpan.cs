using NotifierGen.Pages.Records;

namespace NotifierGen.Pages.Timelines;

/// <summary>How long a record is.</summary>
internal static class RecordSpan
{
    /// <summary>The time of the last thing in it.</summary>
    public static double End(MigrationRecord record, IReadOnlyList<DispatchGroup> groups) => record.Rounds.Select(round => round.At + round.Duration)
        .Concat(record.Pauses.Select(pause => pause.At + pause.Duration))
        .Concat(record.Postcopies.Select(postcopy => postcopy.End))
        .Concat(groups.Select(group => group.Dispatch.End))
        .Concat(record.Marks.Select(mark => mark.At))
        .DefaultIfEmpty(0)
        .Max();
}

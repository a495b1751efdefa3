namespace NotifierGen.Testing;

/// <summary>What is promised to happen next: a call of a handler, or a stop or start of the VM.</summary>
/// <param name="Moment">As the sequence of a path has it.</param>
/// <param name="Row">The index of the row; -1 for the VM.</param>
/// <param name="Device">The device; null for a static handler and for the VM.</param>
internal sealed record ExpectedCall(string Moment, int Row, object? Device)
{
    public bool IsMetBy(TranscriptEntry entry) =>
        Moments.Of(entry) == (Row < 0 ? Moment : Marked(entry)) && (Row < 0 || (entry.RowIndex == Row && ReferenceEquals(entry.Instance, Device)));

    public string ToString(ExplorationRun run) => Row < 0
        ? Moment switch { Moments.Stop => "VM stops", Moments.Start => "VM starts", Moments.StopThrows => "VM does not stop", _ => "VM does not start" }
        : $"{Moments.NameOf(run.Rows[Row])}{(Moments.IsMarked(Moment) ? " (guest runs)" : "")}: {run.Rows[Row].Device}.{run.Rows[Row].Handler}{(Device is null ? "" : " on " + run.NameOf(Device))}";

    // A handler that starts or stops the VM itself is another mistake: after it, the mark says nothing.
    private string Marked(TranscriptEntry entry) => entry.Row.Event is MigrationEvent.Done or MigrationEvent.Failed ? Moment : Moments.WithoutMark(Moment);
}

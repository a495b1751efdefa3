using NotifierGen.Pages.Records;

namespace Emulator.Story;

/// <summary>The times in which the VM stood still, as a chronicle tells of them.</summary>
internal static class VmPauses
{
    public static IEnumerable<RecordedPause> Of(IReadOnlyList<ChronicleEntry> entries)
    {
        double? stopped = null;
        foreach (ChronicleEntry entry in entries)
        {
            double at = entry.At.TotalMicroseconds;
            if (entry.Kind == EntryKind.VmStopped)
            {
                stopped ??= at;
            }
            else if (entry.Kind is EntryKind.VmStarts or EntryKind.HandedOver && stopped is { } begin)
            {
                yield return new RecordedPause(begin, at - begin, entry.Kind == EntryKind.VmStarts ? PauseEnd.Started : PauseEnd.HandedOver);
                stopped = null;
            }
        }

        if (stopped is { } still)
        {
            yield return new RecordedPause(still, entries[^1].At.TotalMicroseconds - still, PauseEnd.StaysStopped);
        }
    }

    /// <summary>How long the guest stood still in all; <see langword="null"/>: not at all, or for ever.</summary>
    public static TimeSpan? Downtime(IReadOnlyList<ChronicleEntry> entries)
    {
        double[] ended = [.. Of(entries).Where(static pause => pause.End != PauseEnd.StaysStopped).Select(static pause => pause.Duration)];
        return ended.Length == 0 ? null : TimeSpan.FromMicroseconds(ended.Sum());
    }
}

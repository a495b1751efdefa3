using Emulator.Story;

namespace Emulator.Presentation;

/// <summary>What happened while the guest stood still, drawn to scale.</summary>
internal static class DowntimeTimeline
{
    /// <summary>Where the text beside the drawing begins.</summary>
    public const int Margin = 18 + Width;

    private const int Width = 40;

    /// <summary>The figure and the drawing; empty if the VM was never stopped.</summary>
    public static IReadOnlyList<string> Draw(IReadOnlyList<ChronicleEntry> entries)
    {
        int stopped = IndexOf(entries, 0, EntryKind.VmStopped);
        if (stopped < 0)
        {
            return [];
        }

        TimeSpan begin = entries[stopped].At;
        int end = EndOf(entries, stopped);
        double total = Math.Max((entries[end].At - begin).TotalMilliseconds, 0.001);
        List<string> lines = [$"downtime: {total:F1} ms (from \"{entries[stopped].What}\" to \"{entries[end].What}\")"];
        double previous = 0;
        for (int i = stopped; i <= end; i++)
        {
            ChronicleEntry entry = entries[i];
            if (entry.Kind is EntryKind.Guest or EntryKind.Destination)
            {
                continue;
            }

            double at = (entry.At - begin).TotalMilliseconds;
            lines.Add($"  {at,8:F2} ms  |{Bar(previous / total, at / total)}| {Label(entry)}");
            previous = at;
        }

        return lines;
    }

    private static int EndOf(IReadOnlyList<ChronicleEntry> entries, int stopped)
    {
        int started = IndexOf(entries, stopped, EntryKind.VmStarts);
        int handedOver = IndexOf(entries, stopped, EntryKind.HandedOver);
        return Math.Max(started, handedOver) is var end && end >= 0 ? end : entries.Count - 1;
    }

    private static int IndexOf(IReadOnlyList<ChronicleEntry> entries, int from, EntryKind kind)
    {
        for (int i = from; i < entries.Count; i++)
        {
            if (entries[i].Kind == kind)
            {
                return i;
            }
        }

        return -1;
    }

    private static string Bar(double from, double to)
    {
        int begin = Math.Clamp((int)(from * Width), 0, Width - 1);
        int length = Math.Clamp((int)Math.Ceiling(to * Width) - begin, 1, Width - begin);
        return (new string(' ', begin) + new string('=', length)).PadRight(Width);
    }

    private static string Label(ChronicleEntry entry) => entry.Kind switch
    {
        EntryKind.Notification => entry.Stage,
        EntryKind.Device => $"  {entry.Who} {entry.What}",
        EntryKind.Failure => $"failure: {entry.What}",
        _ => entry.What,
    };
}

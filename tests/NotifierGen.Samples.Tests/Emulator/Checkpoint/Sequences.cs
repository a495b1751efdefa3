using Emulator.Story;

namespace NotifierGen.Samples.Tests.Emulator.Checkpoint;

/// <summary>A story as the table of paths writes it.</summary>
internal static class Sequences
{
    /// <summary>What was raised and what became of the VM, in order; where it matters, with what the vCPUs did. The chronicle must have ended.</summary>
    public static string Of(Chronicle chronicle) => string.Join(" | ", chronicle.Entries.ToBlockingEnumerable()
        .Where(entry => entry.Kind is EntryKind.Notification or EntryKind.VmStopped or EntryKind.VmStarts)
        .Select(entry => entry.Kind != EntryKind.Notification ? entry.What
            : entry.Stage is "DONE" or "FAILED before VM start" ? $"{entry.Stage}: {entry.What.Split(';')[0]}"
            : entry.Stage));
}

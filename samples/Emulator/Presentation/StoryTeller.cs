using Emulator.Story;

namespace Emulator.Presentation;

/// <summary>Prints a chronicle while it is written: from one thread, so that no line is torn.</summary>
internal sealed class StoryTeller
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly Chronicle _chronicle;
    private readonly List<ChronicleEntry> _told = [];
    private readonly Task _telling;
    private long _count;

    public StoryTeller(Chronicle chronicle)
    {
        _chronicle = chronicle;
        _telling = Task.Run(TellAsync);
    }

    /// <summary>Waits until everything that was written so far is printed, though not for ever: the guest may be waiting as well.</summary>
    public void Drain()
    {
        long due = _chronicle.Count;
        SpinWait.SpinUntil(() => Interlocked.Read(ref _count) >= due, s_patience);
        Console.Out.Flush();
    }

    /// <summary>Ends the chronicle and prints what is left of it.</summary>
    /// <returns>All entries.</returns>
    public IReadOnlyList<ChronicleEntry> End()
    {
        _chronicle.End();
        _telling.GetAwaiter().GetResult();
        return _told;
    }

    private async Task TellAsync()
    {
        await foreach (ChronicleEntry entry in _chronicle.Entries.ConfigureAwait(false))
        {
            Tell(entry);
            Interlocked.Increment(ref _count);
        }

        Terminal.ShowStatus("");
    }

    private void Tell(ChronicleEntry entry)
    {
        if (entry.Kind == EntryKind.Progress)
        {
            Terminal.ShowStatus(entry.What);
            return;
        }

        if (entry.Kind is EntryKind.Round or EntryKind.VmStopped or EntryKind.Failure)
        {
            Terminal.ShowStatus("");
        }

        _told.Add(entry);
        Terminal.WriteLine(Line(entry), Style(entry.Kind), Margin(entry.Kind));
    }

    /// <summary>Where a line that is too long goes on.</summary>
    private static int Margin(EntryKind kind) => kind is EntryKind.Guest or EntryKind.Destination ? 26 : 14;

    private static string Line(ChronicleEntry entry)
    {
        string text = entry.Kind switch
        {
            EntryKind.Notification => $"{entry.Stage}: {entry.What}",
            EntryKind.Device => $"  {entry.Stage,-29} {entry.Who,-18} {entry.What}",
            EntryKind.Failure when entry.Who.Length > 0 => $"FAILURE: {entry.Who}: {entry.What}",
            EntryKind.Failure => $"FAILURE: {entry.What}",
            EntryKind.Guest when entry.Who.Length > 0 => $"{entry.Who,-11} | {entry.What}",
            EntryKind.Destination => $"destination | {entry.What}",
            EntryKind.VmStarts or EntryKind.VmStopped or EntryKind.HandedOver => $"=== {entry.What} ===",
            _ => entry.Who.Length > 0 ? $"{entry.Who}: {entry.What}" : entry.What,
        };
        return $"{entry.At.TotalSeconds,8:F3} s  {text}";
    }

    private static string Style(EntryKind kind) => kind switch
    {
        EntryKind.Notification => "bold yellow",
        EntryKind.Device => "yellow",
        EntryKind.Failure => "bold red",
        EntryKind.VmStarts or EntryKind.VmStopped or EntryKind.HandedOver => "bold cyan",
        EntryKind.Guest => "green",
        EntryKind.Destination => "grey",
        EntryKind.Verification => "bold green",
        _ => "default",
    };
}

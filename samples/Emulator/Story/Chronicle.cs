using System.Diagnostics;
using Devices;
using NotifierGen.Pages.Records;

namespace Emulator.Story;

/// <summary>
/// What happens, in the order it happens, from all threads: devices, sessions, the machine, the guest's console. Writing down never waits for printing,
/// so that nobody who tells something lengthens the guest's downtime.
/// </summary>
internal sealed class Chronicle : IDeviceLog
{
    private readonly long _begin = Stopwatch.GetTimestamp();
    private readonly System.Threading.Channels.Channel<ChronicleEntry> _entries = System.Threading.Channels.Channel.CreateUnbounded<ChronicleEntry>();

    private long _count;

    /// <summary>The notification under way, e.g. "FAILED before VM start"; empty between notifications.</summary>
    public string Stage { get; set; } = "";

    /// <summary>The entries, as they come, until <see cref="End"/>.</summary>
    public IAsyncEnumerable<ChronicleEntry> Entries => _entries.Reader.ReadAllAsync();

    /// <summary>The rounds of pre-copy in figures; the migration's thread writes them, and whoever waited for it reads them.</summary>
    public List<RecordedRound> Rounds { get; } = [];

    /// <summary>What postcopy was like, if it came to that; written and read as the rounds are.</summary>
    public List<RecordedPostcopy> Postcopies { get; } = [];

    /// <summary>What each handler took, in the order of the calls; written and read as the rounds are.</summary>
    public List<HandlerTiming> Timings { get; } = [];

    /// <summary>How many entries there are.</summary>
    public long Count => Interlocked.Read(ref _count);

    public TimeSpan Now => Stopwatch.GetElapsedTime(_begin);

    public void Write(string device, string action) => Add(EntryKind.Device, device, action);

    public void Write(string device, string action, long count) => Add(EntryKind.Device, device, $"{action} {count}");

    public void Add(EntryKind kind, string who, string what)
    {
        if (_entries.Writer.TryWrite(new ChronicleEntry(Now, kind, Stage, who, what)))
        {
            Interlocked.Increment(ref _count);
        }
    }

    /// <summary>Devices are notified.</summary>
    public void AddNotification(string what, in MigrationContext context) =>
        _entries.Writer.TryWrite(new ChronicleEntry(Now, EntryKind.Notification, Stage, "", what) { Context = context });

    /// <summary>A round has ended, now.</summary>
    public void AddRound(int number, TimeSpan took, int pages, long bytes, int dirty) =>
        Rounds.Add(new RecordedRound(number, (Now - took).TotalMicroseconds, took.TotalMicroseconds, pages, bytes, dirty));

    /// <summary>Nothing more will be told.</summary>
    public void End() => _entries.Writer.TryComplete();

    /// <summary>Ends it, for who reads it only then.</summary>
    /// <returns>The entries.</returns>
    public IReadOnlyList<ChronicleEntry> EndAndCollect()
    {
        End();
        List<ChronicleEntry> entries = [];
        while (_entries.Reader.TryRead(out ChronicleEntry? entry))
        {
            entries.Add(entry);
        }

        return entries;
    }
}

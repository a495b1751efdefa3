using System.Diagnostics;
using Devices;

namespace Emulator.Story;

/// <summary>
/// What happens, in the order it happens, from all threads: devices, sessions, the machine, the guest's console. Writing down never waits for printing,
/// so that nobody who tells something lengthens the guest's downtime.
/// </summary>
internal sealed class Chronicle : IDeviceLog
{
    private readonly long _begin = Stopwatch.GetTimestamp();
    private readonly System.Threading.Channels.Channel<ChronicleEntry> _entries = System.Threading.Channels.Channel.CreateUnbounded<ChronicleEntry>();

    /// <summary>The notification under way, e.g. "FAILED before VM start"; empty between notifications.</summary>
    public string Stage { get; set; } = "";

    /// <summary>The entries, as they come, until <see cref="End"/>.</summary>
    public IAsyncEnumerable<ChronicleEntry> Entries => _entries.Reader.ReadAllAsync();

    public TimeSpan Now => Stopwatch.GetElapsedTime(_begin);

    public void Write(string device, string action) => Add(EntryKind.Device, device, action);

    public void Write(string device, string action, long count) => Add(EntryKind.Device, device, $"{action} {count}");

    public void Add(EntryKind kind, string who, string what) => _entries.Writer.TryWrite(new ChronicleEntry(Now, kind, Stage, who, what));

    /// <summary>Nothing more will be told.</summary>
    public void End() => _entries.Writer.TryComplete();
}

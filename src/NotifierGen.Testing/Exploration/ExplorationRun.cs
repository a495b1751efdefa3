namespace NotifierGen.Testing;

/// <summary>Everything that is known of one run of a machine along a path. Filled by the run, read by the promises.</summary>
internal sealed class ExplorationRun(MigrationPath path, Perturbation perturbation, NotifierRow[] rows)
{
    private readonly List<TranscriptEntry> _entries = [];
    private readonly List<KeyValuePair<object, string>> _names = [];
    private readonly List<KeyValuePair<object, int[]>> _rowsOf = [];

    public MigrationPath Path { get; } = path;

    public Perturbation Perturbation { get; } = perturbation;

    public string Name => Perturbation.Kind == PerturbationKind.None ? Path.Name : $"{Path.Name} | {Perturbation}";

    /// <summary>The table, in call order.</summary>
    public NotifierRow[] Rows { get; } = rows;

    /// <summary>The rows of static handlers.</summary>
    public int[] StaticRows { get; init; } = [];

    /// <summary>The devices that were registered when the path began, in registration order.</summary>
    public IReadOnlyList<object> Devices { get; set; } = [];

    public List<TranscriptEntry> Entries => _entries;

    /// <summary>What the host's reports said, by the index of the entry of the host's step.</summary>
    public List<KeyValuePair<int, HandlerFault>> Faults { get; } = [];

    /// <summary>Who refused, as the library says; null where nobody did, or another host cannot say.</summary>
    public SetupRefusal? Refusal { get; set; }

    /// <summary>Whether the host could not begin. The run ends there.</summary>
    public bool WasRefused { get; set; }

    /// <summary>What was broken while the run went on: invariants, and calls of the host that threw.</summary>
    public List<BrokenPromise> Broken { get; } = [];

    /// <summary>What this machine did otherwise than the one before it; null if it did the same.</summary>
    public string? Deviation { get; set; }

    public bool GuestRunsAtEnd { get; set; }

    /// <summary>The state of the last session; null for a host that does not say.</summary>
    public string? SessionState { get; set; }

    /// <summary>Why no other session could begin afterwards; null where one could, or none was tried.</summary>
    public Exception? NextSessionFailure { get; set; }

    public TranscriptEntry Add(TranscriptEntry entry)
    {
        _entries.Add(entry);
        return entry;
    }

    public void Know(object device, string name, int[] rowsOf)
    {
        _names.Add(new(device, name));
        _rowsOf.Add(new(device, rowsOf));
    }

    // Devices are told apart by identity, and are few.
    public string NameOf(object? device) => device is null ? "" : _names.Find(pair => ReferenceEquals(pair.Key, device)).Value ?? device.ToString() ?? "";

    public bool Knows(object device) => _names.Exists(pair => ReferenceEquals(pair.Key, device));

    /// <summary>How many devices of a class were met.</summary>
    public int Known(Type type) => _names.Count(pair => pair.Key.GetType() == type);

    /// <summary>The rows that are called on a device, or the static ones.</summary>
    public int[] RowsOf(object? device) => device is null ? StaticRows : _rowsOf.Find(pair => ReferenceEquals(pair.Key, device)).Value ?? [];

    /// <summary>What had to happen. Asked for when the run is over.</summary>
    public IReadOnlyList<ExpectedCall> Expected => field ??= ReferenceDispatch.Expect(this);

    public Transcript ToTranscript() => new(Name, Entries, GuestRunsAtEnd);
}

using System.Globalization;
using System.Text;

namespace NotifierGen.Testing;

/// <summary>What happened on a path, in order: what the host did, what was raised, in which state, on which device.</summary>
public sealed class Transcript
{
    internal Transcript(string name, IReadOnlyList<TranscriptEntry> entries, bool guestRuns)
    {
        Name = name;
        Entries = entries;
        GuestRuns = guestRuns;
    }

    /// <summary>The case: the path, and what went wrong on it. <see cref="MigrationExploration{TMachine}.Replay"/> takes it.</summary>
    public string Name { get; }

    /// <summary>What happened.</summary>
    public IReadOnlyList<TranscriptEntry> Entries { get; }

    /// <summary>Whether the guest runs at the end.</summary>
    public bool GuestRuns { get; }

    /// <summary>
    /// The transcript in the letters of <see cref="MigrationPath.Sequence"/>, one for each event and phase that any device saw.
    /// </summary>
    public string ToSequence()
    {
        List<string> moments = [];
        long session = 0;
        foreach (TranscriptEntry entry in Entries)
        {
            if (entry.Kind is not (TranscriptKind.Handler or TranscriptKind.VmStop or TranscriptKind.VmStart))
            {
                continue;
            }

            string moment = Moments.Of(entry);
            if (moments.Count == 0 || moments[moments.Count - 1] != moment || (entry.Kind == TranscriptKind.Handler && entry.Context.SessionId != session))
            {
                moments.Add(moment);
            }

            session = entry.Kind == TranscriptKind.Handler ? entry.Context.SessionId : session;
        }

        return string.Join(" ", moments);
    }

    /// <summary>One line an entry, numbered.</summary>
    public override string ToString() => ToString(marked: -1);

    internal string ToString(int marked)
    {
        StringBuilder text = new();
        for (int i = 0; i < Entries.Count; i++)
        {
            text.Append(i == marked ? " > " : "   ").Append((i + 1).ToString(CultureInfo.InvariantCulture).PadLeft(3)).Append("  ").Append(Entries[i]).Append('\n');
        }

        return text.ToString();
    }
}

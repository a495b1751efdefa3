using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace NotifierGen.Testing;

/// <summary>A machine broke a promise, or an invariant of its author, on a path. The message is the whole story.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Thrown by explorations only.")]
public sealed class MigrationViolationException : Exception
{
    internal MigrationViolationException(ExplorationRun run, IReadOnlyList<BrokenPromise> broken)
        : base(Describe(run, broken), broken.Select(static promise => promise.Exception).FirstOrDefault(static exception => exception is not null))
    {
        Promise = broken[0].Promise;
        Transcript = run.ToTranscript();
    }

    /// <summary>The promise, or the name of the invariant.</summary>
    public string Promise { get; }

    /// <summary>The case that shows it, for <see cref="MigrationExploration{TMachine}.Replay"/>.</summary>
    public string CaseName => Transcript.Name;

    /// <summary>What was raised, in which state, on which device.</summary>
    public Transcript Transcript { get; }

    private static string Describe(ExplorationRun run, IReadOnlyList<BrokenPromise> broken)
    {
        StringBuilder text = new();
        text.Append(broken[0].Promise).Append(": ").Append(broken[0].What).Append("\n\n");
        text.Append("case: ").Append(run.Name).Append('\n');
        text.Append(run.ToTranscript().ToString(broken[0].Entry));
        text.Append("   end: the guest ").Append(run.GuestRunsAtEnd ? "runs" : "stands still").Append('\n');
        if (run.Path.Sequence.Length > 0 && !run.Path.IsRefused)
        {
            text.Append("promised for a device with every handler: ").Append(run.Path.Sequence).Append('\n');
        }

        foreach (BrokenPromise other in broken.Skip(1))
        {
            text.Append("also: ").Append(other.Promise).Append(": ").Append(other.What).Append('\n');
        }

        return text.Append("replay: .Replay(\"").Append(run.Name.Replace("\\", "\\\\").Replace("\"", "\\\"")).Append("\")").ToString();
    }
}

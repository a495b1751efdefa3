namespace NotifierGen.Testing;

/// <summary>The whole sequence of a path against <see cref="ReferenceDispatch"/>: nothing is lost, nothing comes twice, nothing comes to those that do not take part.</summary>
internal sealed class EveryoneIsToldOnEveryPath : IPromise
{
    public string Name => "Whoever takes part gets the sequence of the path, and nobody else does (design 5.2, 5.3, 5.6)";

    public (string What, int Entry)? Check(ExplorationRun run)
    {
        IReadOnlyList<ExpectedCall> expected = run.Expected;
        int met = 0;
        for (int i = 0; i < run.Entries.Count; i++)
        {
            TranscriptEntry entry = run.Entries[i];
            if (entry.Kind is not (TranscriptKind.Handler or TranscriptKind.VmStop or TranscriptKind.VmStart))
            {
                continue;
            }

            if (met == expected.Count)
            {
                return ($"nothing more was to happen, but{Line(entry)}", i);
            }

            if (!expected[met].IsMetBy(entry))
            {
                return ($"next was to come \"{expected[met].ToString(run)}\", but{Line(entry)}", i);
            }

            met++;
        }

        return met == expected.Count ? null : ($"\"{expected[met].ToString(run)}\" never came", -1);
    }

    private static string Line(TranscriptEntry entry) => $" came \"{entry.ToString().Trim()}\"";
}

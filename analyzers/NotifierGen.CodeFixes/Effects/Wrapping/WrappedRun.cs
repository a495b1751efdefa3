namespace NotifierGen.CodeFixes.Effects.Wrapping;

/// <summary>A run and what it is to be put into.</summary>
internal readonly struct WrappedRun
{
    public WrappedRun(TouchingHandler handler, StatementRun run, Surrounding surrounding)
    {
        Handler = handler;
        Run = run;
        Surrounding = surrounding;
    }

    public TouchingHandler Handler { get; }

    public StatementRun Run { get; }

    public Surrounding Surrounding { get; }

    /// <summary>
    /// Joins runs that follow one another, and drops those that stand inside another one, so that mending all of them at once pauses once where
    /// mending one after the other would.
    /// </summary>
    public static List<WrappedRun> Join(IEnumerable<WrappedRun> runs, BoundDocument document)
    {
        var joined = new List<WrappedRun>();
        foreach (WrappedRun next in runs.OrderBy(wrapped => wrapped.Run.Span.Start).ThenByDescending(wrapped => wrapped.Run.Span.End))
        {
            int last = joined.Count - 1;
            if (last >= 0 && joined[last].Run.Joins(next.Run) && joined[last].Surrounding.IsSame(next.Surrounding)
                && joined[last].Run.With(next.Run).Closed(document, next.Handler.Method) is { } both)
            {
                joined[last] = new WrappedRun(next.Handler, both, next.Surrounding);
            }
            else if (!joined.Any(outer => outer.Run.Span.OverlapsWith(next.Run.Span)))
            {
                joined.Add(next);
            }
        }

        return joined;
    }
}

using System.Collections.Immutable;
using NotifierGen.Pages.Records;

namespace NotifierGen.Pages.Timelines;

/// <summary>A dispatch with the calls it made.</summary>
/// <param name="Dispatch">The dispatch.</param>
/// <param name="Handlers">The calls, in their order.</param>
internal sealed record DispatchGroup(RecordedDispatch Dispatch, ImmutableArray<RecordedHandler> Handlers)
{
    // Clocks that are read one after the other, and times that are rounded.
    private const double Tolerance = 1;

    /// <summary>
    /// The dispatches of a record in the order of time. A record that only has handlers tells by them when there was one: calls of one event and
    /// phase that follow each other are one dispatch.
    /// </summary>
    public static IReadOnlyList<DispatchGroup> Of(MigrationRecord record)
    {
        List<RecordedHandler> open = [.. record.Handlers];
        List<DispatchGroup> groups = [];
        foreach (RecordedDispatch dispatch in record.Dispatches.OrderBy(each => each.At))
        {
            ImmutableArray<RecordedHandler> own = [.. open.Where(handler => IsOf(handler, dispatch))];
            open.RemoveAll(handler => IsOf(handler, dispatch));
            groups.Add(new DispatchGroup(dispatch, own));
        }

        for (int begin = 0; begin < open.Count;)
        {
            int end = begin + 1;
            while (end < open.Count && (open[end].Event, open[end].Phase) == (open[begin].Event, open[begin].Phase))
            {
                end++;
            }

            ImmutableArray<RecordedHandler> run = [.. open[begin..end]];
            double at = run.Min(handler => handler.At);
            groups.Add(new DispatchGroup(new RecordedDispatch(run[0].Event, run[0].Phase, at, run.Max(handler => handler.End) - at), run));
            begin = end;
        }

        return [.. groups.OrderBy(group => group.Dispatch.At)];
    }

    private static bool IsOf(RecordedHandler handler, RecordedDispatch dispatch) =>
        (handler.Event, handler.Phase) == (dispatch.Event, dispatch.Phase)
        && handler.At >= dispatch.At - Tolerance && handler.End <= dispatch.End + Tolerance;
}

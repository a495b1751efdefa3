using System.Collections.Concurrent;

namespace NotifierGen.Analyzers.Effects.Solving;

/// <summary>The finished summaries of a compilation. Several threads may compute the same one; they come to the same result.</summary>
internal sealed class SummaryTable
{
    private readonly ConcurrentDictionary<Context, Summary> _summaries = new();

    public bool TryGet(Context context, out Summary summary) => _summaries.TryGetValue(context, out summary!);

    public void Publish(Context context, Summary summary) => _summaries.TryAdd(context, summary);
}

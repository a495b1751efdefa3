using Microsoft.CodeAnalysis.Text;
using NotifierGen.Analyzers.Effects.Ir;
using NotifierGen.Analyzers.Effects.Solving;

namespace NotifierGen.Analyzers.Effects.Reporting;

/// <summary>What is found in one body that is entered in certain states, in the order of the code; what one call may run, in the order of the files.</summary>
internal sealed class BodySightings : IObserver
{
    private List<Sighting> _all = [];
    private readonly HashSet<Sighting> _known = [];

    private BodySightings(Context context) => Context = context;

    public Context Context { get; }

    public IReadOnlyList<Sighting> All => _all;

    public static BodySightings Of(Solver solver, Context context, VmStates entry)
    {
        var sightings = new BodySightings(context);
        new Evaluator(solver, context, sightings).Run(entry);
        if (sightings._all.Count > 1)
        {
            sightings.Sort();
        }

        return sightings;
    }

    void IObserver.Found(TextSpan site, Effect effect, Findings found, VmState state) =>
        Add(new Sighting(site, found, state, effect, null, default, VmStates.None, null));

    void IObserver.FoundIn(TextSpan site, CallTarget target, Context callee, Findings found, VmState state, VmStates entry, string? how) =>
        Add(new Sighting(site, found, state, null, target, callee, entry, how));

    private void Add(Sighting sighting)
    {
        if (_known.Add(sighting))
        {
            _all.Add(sighting);
        }
    }

    // A stable sort: where nothing tells two apart, the one that happens first stays first.
    private void Sort() => _all =
    [
        .. _all
            .OrderBy(static sighting => sighting.Site.Start)
            .ThenBy(static sighting => sighting.Site.Length)
            .ThenBy(static sighting => sighting.Callee.Body.Tree)
            .ThenBy(static sighting => sighting.Callee.Body.Member)
            .ThenBy(static sighting => sighting.Callee.Body.Part),
    ];
}

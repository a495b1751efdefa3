using NotifierGen.Analyzers.Effects.Ir;
using NotifierGen.Analyzers.Effects.Solving;

namespace NotifierGen.Analyzers.Effects.Reporting;

/// <summary>The way from a body to what is found in it or in what it calls; the last step is the finding itself.</summary>
internal sealed class Witness
{
    private Witness(IReadOnlyList<(BodySightings Body, Sighting Step)> steps) => Steps = steps;

    public IReadOnlyList<(BodySightings Body, Sighting Step)> Steps { get; }

    public Effect? Found => Steps[Steps.Count - 1].Step.Effect;

    /// <summary>A shortest way to a finding; the first in the order of the code among them. Null if the analysis was given up on the way.</summary>
    public static Witness? Find(Solver solver, BodySightings body, Sighting sighting, Findings wanted)
    {
        var open = new Queue<Way>();
        var seen = new HashSet<(Context, VmStates)>();
        open.Enqueue(new Way(null, body, sighting));
        while (open.Count > 0)
        {
            Way way = open.Dequeue();
            if (way.Step.Effect is not null)
            {
                return new Witness(way.Steps());
            }

            if (!seen.Add((way.Step.Callee, way.Step.Entry)))
            {
                continue;
            }

            var callee = BodySightings.Of(solver, way.Step.Callee, way.Step.Entry);
            foreach (Sighting next in callee.All)
            {
                if (next.Is(wanted) && next.Effect is not null)
                {
                    open.Enqueue(new Way(way, callee, next));
                }
            }

            foreach (Sighting next in callee.All)
            {
                if (next.Is(wanted) && next.Effect is null)
                {
                    open.Enqueue(new Way(way, callee, next));
                }
            }
        }

        return null;
    }

    private sealed record Way(Way? Before, BodySightings Body, Sighting Step)
    {
        public List<(BodySightings, Sighting)> Steps()
        {
            var steps = new List<(BodySightings, Sighting)>();
            for (Way? way = this; way is not null; way = way.Before)
            {
                steps.Add((way.Body, way.Step));
            }

            steps.Reverse();
            return steps;
        }
    }
}

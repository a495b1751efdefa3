using NotifierGen.Benchmarks.SyntheticCodeBase.Model;
using NotifierGen.Benchmarks.SyntheticCodeBase.Planning;

namespace NotifierGen.Benchmarks.SyntheticCodeBase.Handlers;

/// <summary>
/// Chooses what handlers call, so that their reach is spread as on a real emulator: half reach at most 6 bodies, nine tenths at most 150, the
/// widest about 1,000, as far as the code base has such methods.
/// </summary>
internal sealed class EntryPoints
{
    private const int Sampled = 6_000;
    private const double GoldenRatio = 0.6180339887498949;

    private static readonly (double Share, double Bodies)[] s_reach = [(0, 1), (0.5, 6), (0.9, 150), (1, 1_000)];

    private readonly Dice _dice;
    private readonly EntryPoint[] _touching;
    private readonly EntryPoint[] _quiet;
    private int _chosen;

    public EntryPoints(Dice dice, IReadOnlyList<TypePlan> types)
    {
        _dice = dice;
        var graph = new CallGraph();
        EntryPoint[] all = [.. Sample(dice, types).OrderBy(entry => entry.Reach.Count)];
        _touching = [.. all.Where(entry => graph.Touches(entry.Method))];
        _quiet = [.. all.Where(entry => !entry.Reach.Any(method => method.TouchesState))];
    }

    /// <summary>The next one.</summary>
    /// <param name="touches">Whether it must touch vCPU state when it is called, or must not touch any wherever it leads.</param>
    public EntryPoint Choose(bool touches)
    {
        EntryPoint[] pool = touches ? _touching : _quiet;
        double wanted = BodiesAt((0.5 + (_chosen++ * GoldenRatio)) % 1);
        int low = 0;
        int high = pool.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = pool[middle].Reach.Count < wanted ? (middle + 1, high) : (low, middle);
        }

        // Any of those around it.
        return pool[Math.Clamp(low + _dice.Between(-4, 4), 0, pool.Length - 1)];
    }

    private static IEnumerable<EntryPoint> Sample(Dice dice, IReadOnlyList<TypePlan> types)
    {
        for (int i = 0; i < Sampled; i++)
        {
            TypePlan host = dice.Pick(types);
            TypePlan owner = host.Collaborators.Count > 0 && dice.Chance(60) ? dice.Pick(host.Collaborators) : host;
            MethodPlan method = dice.Pick(owner.Methods);
            if (method.Kind != MethodKind.Asynchronous && (owner == host || method.IsPublic))
            {
                yield return new EntryPoint(host, method, CallGraph.Reach(method));
            }
        }
    }

    private static double BodiesAt(double share)
    {
        int i = 1;
        while (s_reach[i].Share < share)
        {
            i++;
        }

        ((double lowShare, double low), (double highShare, double high)) = (s_reach[i - 1], s_reach[i]);
        return low * Math.Pow(high / low, (share - lowShare) / (highShare - lowShare));
    }
}

using NotifierGen.Benchmarks.SyntheticCodeBase.Model;

namespace NotifierGen.Benchmarks.SyntheticCodeBase.Planning;

/// <summary>What the methods of a code base reach: known beforehand, since the calls were planned.</summary>
internal sealed class CallGraph
{
    /// <summary>Above as many implementations of a virtual member the analysis does not follow a call.</summary>
    public const int WidestCall = 32;

    private readonly Dictionary<MethodPlan, bool> _touches = [];

    /// <summary>Every body that a method reaches, itself included.</summary>
    public static HashSet<MethodPlan> Reach(MethodPlan entry)
    {
        var reached = new HashSet<MethodPlan> { entry };
        var open = new Stack<MethodPlan>();
        open.Push(entry);
        while (open.TryPop(out MethodPlan? method))
        {
            foreach (CallPlan call in method.Calls.Where(call => call.Targets.Count <= WidestCall))
            {
                foreach (MethodPlan target in call.Targets)
                {
                    if (reached.Add(target))
                    {
                        open.Push(target);
                    }
                }
            }
        }

        return reached;
    }

    /// <summary>Whether a method, entered while the VM runs, touches vCPU state outside of its pause scopes.</summary>
    public bool Touches(MethodPlan method)
    {
        if (!_touches.TryGetValue(method, out bool touches))
        {
            // Calls lead down the layers: there are no cycles, and no more levels than the longest chain has.
            touches = method.TouchesState
                || method.Calls.Any(call => !call.InPauseScope && call.Targets.Count <= WidestCall && call.Targets.Any(Touches));
            _touches.Add(method, touches);
        }

        return touches;
    }
}

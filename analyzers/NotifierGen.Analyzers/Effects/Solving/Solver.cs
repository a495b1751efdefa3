using System.Runtime.CompilerServices;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Solving;

/// <summary>
/// Computes summaries on demand: the bodies that a root reaches, callees first, mutually recursive ones together until nothing changes (Tarjan's
/// strongly connected components, with a stack of its own). Used by one thread; what is finished goes to the shared table.
/// </summary>
internal sealed class Solver(IProgram program, SummaryTable finished, CancellationToken cancellationToken, int budget = Solver.Budget)
{
    /// <summary>The bodies that are looked at for one root; NG1099 says so where that is not enough.</summary>
    public const int Budget = 50_000;

    private readonly Dictionary<Context, Summary> _provisional = [];
    private readonly Dictionary<Context, Summary> _volatile = [];
    private readonly ValueResolver _values = new(program);
    private int _evaluated;
    private bool _usedProvisional;

    /// <summary>Whether the budget did not suffice.</summary>
    public bool IsOverBudget { get; private set; }

    public BodyIr Body(BodyKey key) => program.Member(key).Parts[key.Part];

    public bool Is(AnalysisVariant variant) => (program.Variant & variant) != 0;

    public bool IsPossible(CallTarget target) => target.OnlyIfNamed is null || program.IsNamed(target.OnlyIfNamed);

    /// <summary>Whether the reference that a call returns leads to vCPU state.</summary>
    public bool LeadsToState(Effect.Call reference) => LeadsToState(reference, []);

    private bool LeadsToState(Effect.Call reference, HashSet<BodyKey> seen)
    {
        foreach (CallTarget target in reference.Targets)
        {
            if (target.HasBody && seen.Add(target.Body))
            {
                BodyIr body = Body(target.Body);
                if (body.ReturnsState || body.ReturnedReferences.Any(returned => LeadsToState(returned, seen)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    public ValueSet Resolve(ValueExpr value, Context context) => _values.Resolve(value, context);

    public Environment Bind(BodyKey callee, ValueExpr?[] arguments, Context caller) => _values.Bind(callee, arguments, caller);

    /// <summary>The circumstances of a call.</summary>
    public Context ContextOf(BodyKey callee, BodyIr body, Environment arguments, Environment captured, CallMode mode, Context caller)
    {
        bool isDetached = body.ReturnsTask && (mode == CallMode.Started || (mode == CallMode.Awaited && caller.IsDetached));
        Environment seen = callee.Part > 0 && callee.IsOfSameMember(caller.Body) && captured == Environment.Empty ? caller.Environment : captured;
        return new Context(callee, Environment.Of(body.Parameters, arguments, seen), isDetached && !Is(AnalysisVariant.AwaitKeepsState), VmStates.None);
    }

    public static Context IteratorContextOf(Value.Sequence sequence, VmStates resumedWith, VmStates leftWith, Context consumer) =>
        new(sequence.Target.Body, sequence.Arguments, consumer.IsDetached, resumedWith, leftWith);

    public Summary Get(Context context)
    {
        if (finished.TryGet(context, out Summary summary))
        {
            return summary;
        }

        if (_provisional.TryGetValue(context, out summary) || _volatile.TryGetValue(context, out summary))
        {
            _usedProvisional = true;
            return summary;
        }

        if (!TrySpend())
        {
            return Summary.Undecided;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        return Solve(context);
    }

    private Summary Solve(Context root)
    {
        var nodes = new Dictionary<Context, Node>();
        var component = new Stack<Node>();
        var path = new Stack<Node>();
        Summary? result = null;
        path.Push(Enter(root, nodes, component));
        while (path.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Node node = path.Peek();
            if (node.Next < node.Callees.Count)
            {
                Context callee = node.Callees[node.Next++];
                if (nodes.TryGetValue(callee, out Node? known))
                {
                    node.IsRecursive |= known == node;
                    node.Low = known.IsOpen ? Math.Min(node.Low, known.Index) : node.Low;
                }
                else if (!IsKnown(callee) && TrySpend())
                {
                    path.Push(Enter(callee, nodes, component));
                }

                continue;
            }

            path.Pop();
            if (path.Count > 0)
            {
                path.Peek().Low = Math.Min(path.Peek().Low, node.Low);
            }

            if (node.Low == node.Index)
            {
                result = Close(node, component);
            }
        }

        // The root's component is closed last, and the root is the last to leave the path.
        return result!;
    }

    private bool IsKnown(Context context) => finished.TryGet(context, out _) || _provisional.ContainsKey(context) || _volatile.ContainsKey(context);

    // One more body, if the budget allows it; what it does not allow counts as undecided wherever it is called.
    private bool TrySpend()
    {
        if (_evaluated >= budget)
        {
            IsOverBudget = true;
            return false;
        }

        _evaluated++;
        return true;
    }

    private Node Enter(Context context, Dictionary<Context, Node> nodes, Stack<Node> component)
    {
        var node = new Node(context, nodes.Count, CalleeSearch.Callees(this, context));
        nodes.Add(context, node);
        component.Push(node);
        return node;
    }

    /// <summary>Solves a component, and gives the summary of the node that was entered first.</summary>
    private Summary Close(Node first, Stack<Node> component)
    {
        var members = new List<Node>();
        Node member;
        do
        {
            member = component.Pop();
            member.IsOpen = false;
            members.Add(member);
        }
        while (member != first);

        bool outerUsed = _usedProvisional;
        _usedProvisional = false;
        if (members.Count == 1 && !first.IsRecursive)
        {
            Summary only = Summarise(first.Context);
            Keep(first.Context, only);
            _usedProvisional |= outerUsed;
            return only;
        }

        Summary result = SolveTogether(members, first);
        _usedProvisional |= outerUsed;
        return result;
    }

    private Summary SolveTogether(List<Node> members, Node first)
    {
        foreach (Node member in members)
        {
            _provisional[member.Context] = Summary.Bottom;
        }

        bool changed;
        do
        {
            changed = false;
            for (int i = members.Count - 1; i >= 0; i--)
            {
                Context context = members[i].Context;
                Summary summary = Summarise(context);
                if (!summary.IsSameAs(_provisional[context]))
                {
                    _provisional[context] = summary;
                    changed = true;
                }
            }
        }
        while (changed);

        // What was solved meanwhile from values that were not final yet is not either.
        foreach (Node member in members)
        {
            Summary summary = _provisional[member.Context];
            _provisional.Remove(member.Context);
            member.Solved = summary;
        }

        bool isFinal = _provisional.Count == 0 && !IsOverBudget;
        foreach (Node member in members)
        {
            if (isFinal)
            {
                finished.Publish(member.Context, member.Solved!);
            }
            else
            {
                _volatile[member.Context] = member.Solved!;
            }
        }

        if (_provisional.Count == 0)
        {
            _volatile.Clear();
        }

        _usedProvisional = !isFinal;
        return first.Solved!;
    }

    private Summary Summarise(Context context)
    {
        if (_provisional.Count > 0)
        {
            _volatile.Clear();
        }

        return Evaluator.Summarise(this, context);
    }

    private void Keep(Context context, Summary summary)
    {
        if (IsOverBudget || _usedProvisional)
        {
            _volatile[context] = summary;
        }
        else
        {
            finished.Publish(context, summary);
        }
    }

    private sealed class Node(Context context, int index, IReadOnlyList<Context> callees)
    {
        public Context Context { get; } = context;

        public int Index { get; } = index;

        public IReadOnlyList<Context> Callees { get; } = callees;

        public int Next { get; set; }

        public int Low { get; set; } = index;

        public bool IsOpen { get; set; } = true;

        public bool IsRecursive { get; set; }

        public Summary? Solved { get; set; }
    }
}

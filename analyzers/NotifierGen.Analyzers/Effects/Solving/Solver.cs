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

    // What was solved when the budget was spent already; other solvers may come further.
    private readonly Dictionary<Context, Summary> _unshared = [];
    private readonly Dictionary<Context, Node> _component = [];
    private readonly HashSet<Context> _missing = [];
    private readonly ValueResolver _values = new(program);
    private Node? _summarised;
    private int _evaluated;

    /// <summary>Whether the budget did not suffice.</summary>
    public bool IsOverBudget { get; private set; }

    public BodyIr Body(BodyKey key) => program.Member(key).Parts[key.Part];

    public bool Is(AnalysisVariant variant) => (program.Variant & variant) != 0;

    public bool IsPossible(CallTarget target) => target.OnlyIfNamed is null || program.IsNamed(target.OnlyIfNamed);

    /// <summary>Whether one of several calls returns vCPU state, or what leads to it.</summary>
    public bool ReturnsState(Effect[] calls, Context context) => _values.ReturnsState(calls, context);

    public ValueSet Resolve(ValueExpr value, Context context) => _values.Resolve(value, context);

    public Environment Bind(BodyKey callee, ValueExpr?[] arguments, Context caller) => _values.Bind(callee, arguments, caller);

    /// <summary>The circumstances of a call.</summary>
    public Context ContextOf(BodyKey callee, BodyIr body, Environment arguments, Environment captured, CallMode mode, Context caller)
    {
        bool isDetached = body.ReturnsTask && (mode == CallMode.Started || (mode == CallMode.Awaited && caller.IsDetached));
        Environment seen = callee.Part > 0 && callee.IsOfSameMember(caller.Body) && captured == Environment.Empty ? caller.Environment : captured;
        return new Context(callee, Environment.Of(body.Parameters, arguments, seen), isDetached && !Is(AnalysisVariant.AwaitKeepsState), default);
    }

    /// <summary>
    /// An iterator in three states that tell apart how code is reached: from its beginning, after a yield, or because its consumer stopped. Of one
    /// that does nothing to the VM that is all there is to know.
    /// </summary>
    public static Context ProbeOf(Value.Sequence sequence, Context consumer) => IteratorContextOf(sequence, YieldStates.Everywhere(VmStates.Stopped), VmStates.Later, consumer);

    public static Context IteratorContextOf(Value.Sequence sequence, YieldStates resumedWith, VmStates leftWith, Context consumer) =>
        new(sequence.Target.Body, sequence.Arguments, consumer.IsDetached, resumedWith, leftWith);

    /// <summary>
    /// The summary of a body. While a component is solved it is that of the moment, and of a body that nobody knew would be entered it is the least
    /// one until that body is solved, too.
    /// </summary>
    public Summary Get(Context context)
    {
        if (finished.TryGet(context, out Summary summary) || _unshared.TryGetValue(context, out summary))
        {
            return summary;
        }

        if (_summarised is null)
        {
            return TrySpend() ? Solve(context) : Summary.Undecided;
        }

        if (_component.TryGetValue(context, out Node? member))
        {
            member.Readers.Add(_summarised);
            return member.Summary;
        }

        if (IsSpent())
        {
            return Summary.Undecided;
        }

        _missing.Add(context);
        _summarised.LacksCallees = true;
        return Summary.Bottom;
    }

    private Summary Solve(Context root)
    {
        var nodes = new Dictionary<Context, Node>();
        var component = new Stack<Node>();
        var path = new Stack<Node>();
        Node first = Enter(root, nodes, component);
        path.Push(first);
        while (path.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Node node = path.Peek();
            if (node.Next < node.Callees.Count)
            {
                Context callee = node.Callees[node.Next++];
                if (nodes.TryGetValue(callee, out Node? known))
                {
                    node.Low = known.IsOpen ? Math.Min(node.Low, known.Index) : node.Low;
                }
                else if (!IsKnown(callee) && TrySpend())
                {
                    path.Push(Enter(callee, nodes, component));
                }

                continue;
            }

            if (node.Low == node.Index && !TryClose(node, component))
            {
                continue;
            }

            path.Pop();
            if (path.Count > 0)
            {
                path.Peek().Low = Math.Min(path.Peek().Low, node.Low);
            }
        }

        return first.Summary;
    }

    private bool IsKnown(Context context) => finished.TryGet(context, out _) || _unshared.ContainsKey(context);

    // One more body, if the budget allows it; what it does not allow counts as undecided wherever it is called.
    private bool TrySpend()
    {
        if (IsSpent())
        {
            return false;
        }

        _evaluated++;
        return true;
    }

    private bool IsSpent() => IsOverBudget |= _evaluated >= budget;

    private Node Enter(Context context, Dictionary<Context, Node> nodes, Stack<Node> component)
    {
        var node = new Node(context, nodes.Count, CalleeSearch.Callees(this, context));
        nodes.Add(context, node);
        component.Push(node);
        return node;
    }

    /// <summary>
    /// Solves the component that was entered by this node. It stays open if that showed more callees: in which states an iterator is asked for its
    /// next element is known only when its consumer was looked at.
    /// </summary>
    private bool TryClose(Node first, Stack<Node> component)
    {
        // Callees were entered last, and are solved first.
        var members = new List<Node>();
        do
        {
            members.Add(component.Pop());
            _component.Add(members[members.Count - 1].Context, members[members.Count - 1]);
        }
        while (members[members.Count - 1] != first);

        SolveTogether(members);
        _component.Clear();
        if (_missing.Count == 0)
        {
            Keep(members);
            return true;
        }

        for (int i = members.Count - 1; i >= 0; i--)
        {
            component.Push(members[i]);
        }

        // Whatever a member reaches, the first one does.
        first.Callees.AddRange(_missing);
        _missing.Clear();
        return false;
    }

    /// <summary>Summarises the members again until nothing changes; the summaries only grow.</summary>
    private void SolveTogether(List<Node> members)
    {
        bool changed;
        do
        {
            changed = false;
            foreach (Node member in members)
            {
                if (!member.IsStale)
                {
                    continue;
                }

                cancellationToken.ThrowIfCancellationRequested();
                member.IsStale = false;
                _summarised = member;

                // What is not known yet can make a summary shrink for a while; then this would not end.
                Summary summary = member.Summary | Evaluator.Summarise(this, member.Context);
                _summarised = null;
                if (summary.IsSameAs(member.Summary))
                {
                    continue;
                }

                member.Summary = summary;
                foreach (Node reader in member.Readers)
                {
                    reader.IsStale = true;
                    changed = true;
                }
            }
        }
        while (changed);

        foreach (Node member in members)
        {
            member.IsStale = member.LacksCallees;
            member.LacksCallees = false;
        }
    }

    private void Keep(List<Node> members)
    {
        foreach (Node member in members)
        {
            member.IsOpen = false;
            if (IsOverBudget)
            {
                _unshared[member.Context] = member.Summary;
            }
            else
            {
                finished.Publish(member.Context, member.Summary);
            }
        }
    }

    private sealed class Node(Context context, int index, List<Context> callees)
    {
        public Context Context { get; } = context;

        public int Index { get; } = index;

        public List<Context> Callees { get; } = callees;

        public int Next { get; set; }

        public int Low { get; set; } = index;

        public bool IsOpen { get; set; } = true;

        public Summary Summary { get; set; } = Summary.Bottom;

        /// <summary>The members of its component whose summaries rest on this one's.</summary>
        public HashSet<Node> Readers { get; } = [];

        /// <summary>Whether it has to be summarised again.</summary>
        public bool IsStale { get; set; } = true;

        /// <summary>Whether it was summarised without some of its callees.</summary>
        public bool LacksCallees { get; set; }
    }
}

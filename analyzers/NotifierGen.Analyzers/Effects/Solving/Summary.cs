namespace NotifierGen.Analyzers.Effects.Solving;

/// <summary>What a body does, for each state it may be entered in.</summary>
internal sealed class Summary
{
    private const int States = 5;

    private readonly Outcome[] _outcomes;

    private Summary(Outcome[] outcomes, bool isNeutral, bool isInert)
    {
        _outcomes = outcomes;
        IsNeutral = isNeutral;
        IsInert = isInert;
    }

    /// <summary>Of a body that was not looked at yet, and never returns.</summary>
    public static Summary Bottom { get; } = new(new Outcome[States], isNeutral: true, isInert: true);

    /// <summary>Of a body that is not looked at because the budget is spent.</summary>
    public static Summary Undecided { get; } = Neutral(new Outcome
    {
        Exit = VmStates.Resumed,
        Thrown = VmStates.Resumed,
        Raised = VmStates.Resumed,
        Findings = Findings.Undecided,
    }, isInert: false);

    /// <summary>Whether it leaves the VM's state alone.</summary>
    public bool IsNeutral { get; }

    /// <summary>Whether nothing in it concerns the VM, in whichever state it is entered or, if it is an iterator, asked to go on.</summary>
    public bool IsInert { get; }

    public static Summary Of(Func<VmStates, Outcome> evaluate, bool isInert)
    {
        var outcomes = new Outcome[States];
        for (int i = 0; i < States; i++)
        {
            outcomes[i] = evaluate((VmStates)(1 << i));
        }

        return new Summary(outcomes, isNeutral: false, isInert);
    }

    /// <summary>Of a body that leaves the state alone, from what it does if entered resumed.</summary>
    public static Summary Neutral(Outcome resumed, bool isInert)
    {
        var outcomes = new Outcome[States];
        for (int i = 0; i < States; i++)
        {
            var state = (VmStates)(1 << i);
            outcomes[i] = new Outcome
            {
                Exit = Replace(resumed.Exit, state),
                Thrown = Replace(resumed.Thrown, state),
                Raised = Replace(resumed.Raised, state),
                Surfaced = Replace(resumed.Surfaced, state),
                Left = Replace(resumed.Left, state),
                Findings = (resumed.Findings & ~Findings.TouchResumed) | ((resumed.Findings & Findings.TouchResumed) != 0 ? TouchIn(state) : Findings.None),
            };
        }

        return new Summary(outcomes, isNeutral: true, isInert);
    }

    /// <summary>The finding that touching vCPU state in these states is.</summary>
    public static Findings TouchIn(VmStates states) =>
        ((states & VmStates.MayRun) != 0 ? Findings.TouchMayRun : Findings.None)
        | ((states & VmStates.Resumed) != 0 ? Findings.TouchResumed : Findings.None)
        | ((states & VmStates.Unknown) != 0 ? Findings.TouchUnknown : Findings.None)
        | ((states & VmStates.Later) != 0 ? Findings.TouchLater : Findings.None);

    /// <summary>What it does if it is entered in any of these states.</summary>
    public Outcome In(VmStates states)
    {
        var joined = default(Outcome);
        for (int i = 0; i < States; i++)
        {
            if (((int)states & (1 << i)) != 0)
            {
                joined |= _outcomes[i];
            }
        }

        return joined;
    }

    /// <summary>What either says.</summary>
    public static Summary operator |(Summary left, Summary right)
    {
        var outcomes = new Outcome[States];
        for (int i = 0; i < States; i++)
        {
            outcomes[i] = left._outcomes[i] | right._outcomes[i];
        }

        return new Summary(outcomes, left.IsNeutral && right.IsNeutral, left.IsInert && right.IsInert);
    }

    public bool IsSameAs(Summary other)
    {
        for (int i = 0; i < States; i++)
        {
            if (!_outcomes[i].Equals(other._outcomes[i]))
            {
                return false;
            }
        }

        return IsNeutral == other.IsNeutral && IsInert == other.IsInert;
    }

    private static VmStates Replace(VmStates states, VmStates state) => states == VmStates.None ? VmStates.None : state;
}

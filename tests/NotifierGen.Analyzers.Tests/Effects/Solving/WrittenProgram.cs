using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Effects.Ir;
using NotifierGen.Analyzers.Effects.Solving;

namespace NotifierGen.Analyzers.Tests.Effects.Solving;

/// <summary>A program written by hand: one file with a member for each body; the first is the root.</summary>
internal sealed class WrittenProgram(Effect[] bodies, (int Part, int Ordinal)[][]? parameters) : IProgram
{
    public static readonly Effect Touch = new Effect.Touch(default, "Cpu.Pc", writes: true);
    public static readonly Effect Resume = new Effect.Resume(default, "Machine.Start");
    public static readonly Effect Pause = new Effect.Pause(isWeak: false);

    private static readonly Context s_root =
        new(new BodyKey(0, 0, 0), NotifierGen.Analyzers.Effects.Solving.Environment.Empty, IsDetached: false, default);

    private MemberIr[]? _members;

    public WrittenProgram(params Effect[] bodies)
        : this(bodies, null)
    {
    }

    public AnalysisVariant Variant { get; init; }

    public int Budget { get; init; } = Solver.Budget;

    public Func<int, bool> ReturnsTask { get; init; } = static _ => false;

    public Func<int, bool> IsIterator { get; init; } = static _ => false;

    /// <summary>If given, is told which bodies were asked for.</summary>
    public HashSet<int>? Looked { get; init; }

    public bool WasOverBudget { get; private set; }

    public MemberIr Member(BodyKey body)
    {
        Looked?.Add(body.Member);
        return (_members ??= [.. bodies.Select((program, index) => new MemberIr(
            [new BodyIr { Program = program, Name = "M" + index, IsIterator = IsIterator(index), ReturnsTask = ReturnsTask(index), Parameters = parameters?[index] ?? [] }], [], [], []))])[body.Member];
    }

    public IReadOnlyList<(BodyKey Member, ValueExpr Value)> Assignments(BodyKey field, string name) => [];

    public bool IsNamed(string typeName) => true;

    public void Observe(IObserver observer, VmStates entry)
    {
        var solver = new Solver(this, new SummaryTable(), TestContext.Current.CancellationToken);
        new Evaluator(solver, s_root, observer).Run(entry);
    }

    public Summary Solve()
    {
        var solver = new Solver(this, new SummaryTable(), TestContext.Current.CancellationToken, Budget);
        Summary summary = solver.Get(s_root);
        WasOverBudget = solver.IsOverBudget;
        return summary;
    }

    public static Effect.Sequence Then(params Effect[] effects) => new Effect.Sequence(effects);

    public static CallTarget Target(int member) => new("M" + member, new BodyKey(0, member, 0));

    public static Effect.Call Call(int member) => new Effect.Call(default, [Target(member)], [], CallMode.Blocked);

    public static Summary Solve(params Effect[] bodies) => new WrittenProgram(bodies).Solve();

    public static Summary Solve(AnalysisVariant variant, Effect body) => new WrittenProgram(body) { Variant = variant }.Solve();
}

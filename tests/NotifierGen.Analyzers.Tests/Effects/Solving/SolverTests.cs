using Microsoft.CodeAnalysis.Text;
using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Effects.Ir;
using NotifierGen.Analyzers.Effects.Solving;

namespace NotifierGen.Analyzers.Tests.Effects.Solving;

/// <summary>What a handler does to the VM, computed from programs written by hand: each test is one path that a touch can take.</summary>
public sealed class SolverTests
{
    private static readonly Effect s_touch = new Effect.Touch(default, "Cpu.Pc", writes: true);
    private static readonly Effect s_resume = new Effect.Resume(default, "Machine.Start");
    private static readonly Effect s_pause = new Effect.Pause(isWeak: false);

    [Fact]
    public void ATouchIsFoundInTheStateInWhichTheHandlerIsEntered()
    {
        Summary summary = Solve(s_touch);

        Assert.True(summary.IsNeutral);
        Assert.Equal(Findings.None, summary.In(VmStates.Stopped).Findings);
        Assert.Equal(Findings.TouchUnknown, summary.In(VmStates.Unknown).Findings);
        Assert.Equal(Findings.TouchMayRun, summary.In(VmStates.MayRun).Findings);
        Assert.Equal(Findings.TouchLater, summary.In(VmStates.Later).Findings);
    }

    [Fact]
    public void ATouchBeforeTheResumeIsNone() =>
        Assert.Equal(Findings.Resumes, Solve(Then(s_touch, s_resume)).In(VmStates.Stopped).Findings);

    [Fact]
    public void ATouchAfterTheResumeIsOne() =>
        Assert.Equal(Findings.Resumes | Findings.TouchResumed, Solve(Then(s_resume, s_touch)).In(VmStates.Stopped).Findings);

    [Fact]
    public void APauseMendsIt() =>
        Assert.Equal(Findings.Pauses, Solve(Then(s_pause, s_touch)).In(VmStates.MayRun).Findings);

    [Fact]
    public void AScopeRestoresWhatWasBefore()
    {
        Effect scope = Then(new Effect.Acquire(0), s_touch, new Effect.Release(0, Effect.Nothing));

        Assert.Equal(Findings.None, Solve(scope).In(VmStates.MayRun).Findings);
        Assert.Equal(VmStates.MayRun, Solve(scope).In(VmStates.MayRun).Exit);
        Assert.Equal(VmStates.Stopped, Solve(scope).In(VmStates.Stopped).Exit);
        Assert.Equal(Findings.TouchMayRun, Solve(Then(scope, s_touch)).In(VmStates.MayRun).Findings);
    }

    [Fact]
    public void OnlyTheOutermostScopeResumes()
    {
        Effect inner = Then(new Effect.Acquire(1), new Effect.Release(1, Effect.Nothing), s_touch);

        Assert.Equal(Findings.None, Solve(Then(new Effect.Acquire(0), inner)).In(VmStates.MayRun).Findings);
    }

    [Fact]
    public void ALoopCarriesAResumeToItsNextRound()
    {
        Effect loop = new Effect.Loop(null, Then(s_touch, s_resume), Effect.Nothing, testsFirst: true, continueLabel: 1, exitLabel: 2);

        Assert.Equal(Findings.Resumes | Findings.TouchResumed, Solve(loop).In(VmStates.Stopped).Findings);
        Assert.Equal(Findings.Resumes, Solve(AnalysisVariant.LoopsRunOnce, loop).In(VmStates.Stopped).Findings & ~Findings.TouchResumed);
    }

    [Fact]
    public void AResumeInATryReachesItsCatch()
    {
        Effect guarded = new Effect.Try(
            Then(s_resume, Effect.MayThrow.Instance, s_pause), [new Effect.Catch(null, s_touch, catchesAll: true)], null, []);

        Assert.Equal(Findings.Resumes | Findings.Pauses | Findings.TouchResumed, Solve(guarded).In(VmStates.Stopped).Findings);
        Assert.Equal(Findings.Resumes | Findings.Pauses, Solve(AnalysisVariant.NoExceptionEdges, guarded).In(VmStates.Stopped).Findings);
    }

    [Fact]
    public void AFinallyRunsOnEveryWayOut()
    {
        Effect guarded = new Effect.Try(Then(s_resume, Effect.Throw.Instance), [], s_touch, []);
        Effect left = new Effect.Try(Then(s_resume, new Effect.Return(-1)), [], s_touch, []);

        Assert.Equal(Findings.Resumes | Findings.TouchResumed, Solve(guarded).In(VmStates.Stopped).Findings);
        Assert.Equal(Findings.Resumes | Findings.TouchResumed, Solve(left).In(VmStates.Stopped).Findings);
        Assert.Equal(Findings.Resumes, Solve(AnalysisVariant.FinallyWithoutExceptionalState, guarded).In(VmStates.Stopped).Findings);
    }

    [Fact]
    public void AJumpBackCarriesTheState()
    {
        Effect body = Then(new Effect.Label(1), s_touch, s_resume, new Effect.If(Effect.Nothing, new Effect.Jump(1), Effect.Nothing));

        Assert.Equal(Findings.Resumes | Findings.TouchResumed, Solve(body).In(VmStates.Stopped).Findings);
    }

    [Fact]
    public void ALiveTestRefinesBothBranches()
    {
        Effect guarded = new Effect.If(new Effect.Test(Guard.Live, stoppedWhen: true), s_touch, Effect.Nothing);
        Effect inverted = new Effect.If(new Effect.Not(new Effect.Test(Guard.Live, stoppedWhen: true)), s_touch, Effect.Nothing);

        Assert.Equal(Findings.None, Solve(guarded).In(VmStates.Unknown | VmStates.MayRun).Findings);
        Assert.Equal(Findings.TouchUnknown, Solve(inverted).In(VmStates.Unknown).Findings);
    }

    [Fact]
    public void WhatTheContextSaidDoesNotOutliveAResume()
    {
        Effect guarded = new Effect.If(new Effect.Test(Guard.Snapshot, stoppedWhen: true), s_touch, Effect.Nothing);

        Assert.Equal(Findings.None, Solve(guarded).In(VmStates.Unknown).Findings);
        Assert.Equal(Findings.Resumes | Findings.TouchResumed, Solve(Then(s_resume, guarded)).In(VmStates.Unknown).Findings);
        Assert.Equal(Findings.Resumes, Solve(AnalysisVariant.SnapshotGuardsAreLive, Then(s_resume, guarded)).In(VmStates.Unknown).Findings);
    }

    [Fact]
    public void ACalleeThatResumesCounts()
    {
        Program program = new(Then(Call(1), s_touch), s_resume);

        Assert.Equal(Findings.Resumes | Findings.TouchResumed, program.Solve().In(VmStates.Stopped).Findings);
    }

    [Fact]
    public void MutualRecursionEndsAndFindsEverything()
    {
        Effect maybe = new Effect.If(Effect.Nothing, Call(1), Effect.Nothing);
        Program program = new(Then(maybe, s_touch), Then(Call(0), s_resume));

        Assert.Equal(Findings.Resumes | Findings.TouchResumed, program.Solve().In(VmStates.Stopped).Findings);
    }

    [Fact]
    public void FortyThousandCallsDeepNeedNoStack()
    {
        var bodies = new Effect[40_000];
        for (int i = 0; i < bodies.Length; i++)
        {
            bodies[i] = i + 1 < bodies.Length ? Call(i + 1) : s_touch;
        }

        Assert.Equal(Findings.TouchMayRun, new Program(bodies).Solve().In(VmStates.MayRun).Findings);
    }

    [Fact]
    public void ADelegateThatIsLeftBehindRunsLater()
    {
        var lambda = new ValueExpr.Function([Target(1)]);
        Program program = new(new Effect.Defer(default, lambda, "it is kept"), s_touch);

        Assert.Equal(Findings.TouchLater, program.Solve().In(VmStates.Stopped).Findings);
    }

    [Fact]
    public void ADelegateRunsInTheStateOfTheCalleeThatCallsIt()
    {
        var lambda = new ValueExpr.Function([Target(2)]);
        Effect callee = Then(new Effect.Acquire(0), new Effect.Invoke(default, new ValueExpr.Parameter(0, 0), [], CallMode.Blocked, false, false), new Effect.Release(0, Effect.Nothing));
        Program program = new([new Effect.Call(default, [Target(1)], [lambda], CallMode.Blocked), callee, s_touch], [[], [(0, 0)], []]);

        Assert.Equal(Findings.None, program.Solve().In(VmStates.MayRun).Findings);
    }

    [Fact]
    public void WhatNobodyAwaitsDoesAfterItsFirstAwaitRunsLater()
    {
        Effect start = new Effect.Call(default, [Target(1)], [], CallMode.Started);
        Effect body = Then(Effect.Suspend.Instance, s_touch);
        Program Of(AnalysisVariant variant) => new(start, body) { Variant = variant, ReturnsTask = static member => member == 1 };

        Assert.Equal(Findings.TouchLater, Of(AnalysisVariant.None).Solve().In(VmStates.Stopped).Findings);
        Assert.Equal(Findings.None, Of(AnalysisVariant.AwaitKeepsState).Solve().In(VmStates.Stopped).Findings);
        Assert.Equal(VmStates.Stopped, Of(AnalysisVariant.None).Solve().In(VmStates.Stopped).Exit);
    }

    [Fact]
    public void AnAwaitedBodyKeepsTheState()
    {
        Effect call = new Effect.Call(default, [Target(1)], [], CallMode.Blocked);
        Program program = new(call, Then(Effect.Suspend.Instance, s_touch)) { ReturnsTask = static member => member == 1 };

        Assert.Equal(Findings.None, program.Solve().In(VmStates.Stopped).Findings);
    }

    [Fact]
    public void AScopeThatBeganWhileTheVmWasStoppedResumesNothing()
    {
        Effect scope = Then(new Effect.Acquire(0), new Effect.Release(0, Effect.Nothing), s_touch);

        Assert.Equal(Findings.None, Solve(scope).In(VmStates.Stopped).Findings);
        Assert.Equal(Findings.TouchResumed, Solve(AnalysisVariant.ScopesAlwaysResume, scope).In(VmStates.Stopped).Findings);
    }

    [Fact]
    public void AVirtualCallOfMoreThanThirtyTwoTargetsIsUndecidedOnlyIfOneHasAnEffect()
    {
        Effect call = new Effect.Call(default, [.. Enumerable.Range(1, 33).Select(Target)], [], CallMode.Blocked);
        Effect[] harmless = [call, .. Enumerable.Repeat(Effect.Nothing, 33)];
        Effect[] oneTouches = [call, .. Enumerable.Repeat(Effect.Nothing, 32), s_touch];

        Assert.Equal(Findings.None, Solve(harmless).In(VmStates.MayRun).Findings);
        Assert.Equal(Findings.Undecided, Solve(oneTouches).In(VmStates.MayRun).Findings);
    }

    [Fact]
    public void AnObserverHearsWhatIsFoundHereAndInACallee()
    {
        Program program = new(Then(s_resume, Call(1)), s_touch);
        var observer = new Notes();

        program.Observe(observer, VmStates.Stopped);

        Assert.Equal(["Resumes here", "TouchResumed in M1"], observer.Heard);
    }

    [Fact]
    public void AnUnknownDelegateIsSaidToBeUndecided()
    {
        Effect invoke = new Effect.Invoke(default, new ValueExpr.Unknown("nobody knows"), [], CallMode.Blocked, false, false);

        Assert.Equal(Findings.Undecided, Solve(invoke).In(VmStates.Stopped).Findings);
    }

    [Fact]
    public void WhatIsOverTheBudgetIsNotLookedAtAndSaidToBeUndecided()
    {
        var looked = new HashSet<int>();
        Program program = new(Then(Call(1), Call(2)), Call(3), Call(4), s_touch, s_touch) { Looked = looked, Budget = 2 };

        Findings found = program.Solve().In(VmStates.MayRun).Findings;

        Assert.Equal(Findings.Undecided, found & Findings.Undecided);
        Assert.DoesNotContain(4, looked);
    }

    [Fact]
    public void IteratorsInIteratorsOfARecursionAreSolvedInLinearTime()
    {
        // Each consumes the next one, and the last one leads back to the first: none is final before all are.
        const int Depth = 40;
        var bodies = new Effect[Depth + 1];
        bodies[0] = Then(Consume(1), s_resume, s_touch);
        for (int i = 1; i < Depth; i++)
        {
            bodies[i] = Then(Effect.Yield.Instance, Consume(i + 1));
        }

        bodies[Depth] = Then(Effect.Yield.Instance, new Effect.If(Effect.Nothing, Call(0), Effect.Nothing));
        Program program = new(bodies) { IsIterator = member => member > 0, Budget = 20_000 };

        Assert.Equal(Findings.TouchResumed, program.Solve().In(VmStates.Stopped).Findings & Findings.TouchResumed);
        Assert.False(program.WasOverBudget);
    }

    private static Effect.Consume Consume(int member) =>
        new(default, new ValueExpr.Result(Call(member)), Effect.Nothing, continueLabel: 1, exitLabel: 2);

    private static Effect.Sequence Then(params Effect[] effects) => new Effect.Sequence(effects);

    private static CallTarget Target(int member) => new("M" + member, new BodyKey(0, member, 0));

    private static Effect.Call Call(int member) => new Effect.Call(default, [Target(member)], [], CallMode.Blocked);

    private static Summary Solve(params Effect[] bodies) => new Program(bodies).Solve();

    private static Summary Solve(AnalysisVariant variant, Effect body) => new Program(body) { Variant = variant }.Solve();

    private sealed class Notes : IObserver
    {
        public List<string> Heard { get; } = [];

        public void Found(TextSpan site, Effect effect, Findings found, VmState state) => Heard.Add($"{found} here");

        public void FoundIn(TextSpan site, CallTarget target, Context callee, Findings found, VmState state, VmStates entry, string? how) =>
            Heard.Add($"{found} in {target.Name}");
    }

    /// <summary>One file with a member for each body; the first is the root.</summary>
    private sealed class Program(Effect[] bodies, (int Part, int Ordinal)[][]? parameters) : IProgram
    {
        private static readonly Context s_root =
            new(new BodyKey(0, 0, 0), NotifierGen.Analyzers.Effects.Solving.Environment.Empty, IsDetached: false, VmStates.None);

        private MemberIr[]? _members;

        public Program(params Effect[] bodies)
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
                [new BodyIr { Program = program, Name = "M" + index, IsIterator = IsIterator(index), ReturnsTask = ReturnsTask(index), Parameters = parameters?[index] ?? [] }], [], []))])[body.Member];
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
    }
}

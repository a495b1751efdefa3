using Microsoft.CodeAnalysis.Text;
using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Effects.Ir;
using NotifierGen.Analyzers.Effects.Solving;
using static NotifierGen.Analyzers.Tests.Effects.Solving.WrittenProgram;

namespace NotifierGen.Analyzers.Tests.Effects.Solving;

/// <summary>What bodies do to the VM that call, start, keep or enumerate each other, computed from programs written by hand.</summary>
public sealed class SolverCallTests
{
    [Fact]
    public void ACalleeThatResumesCounts()
    {
        WrittenProgram program = new(Then(Call(1), Touch), Resume);

        Assert.Equal(Findings.Resumes | Findings.TouchResumed, program.Solve().In(VmStates.Stopped).Findings);
    }

    [Fact]
    public void MutualRecursionEndsAndFindsEverything()
    {
        Effect maybe = new Effect.If(Effect.Nothing, Call(1), Effect.Nothing);
        WrittenProgram program = new(Then(maybe, Touch), Then(Call(0), Resume));

        Assert.Equal(Findings.Resumes | Findings.TouchResumed, program.Solve().In(VmStates.Stopped).Findings);
    }

    [Fact]
    public void FortyThousandCallsDeepNeedNoStack()
    {
        var bodies = new Effect[40_000];
        for (int i = 0; i < bodies.Length; i++)
        {
            bodies[i] = i + 1 < bodies.Length ? Call(i + 1) : Touch;
        }

        Assert.Equal(Findings.TouchMayRun, new WrittenProgram(bodies).Solve().In(VmStates.MayRun).Findings);
    }

    [Fact]
    public void ADelegateThatIsLeftBehindRunsLater()
    {
        var lambda = new ValueExpr.Function([Target(1)]);
        WrittenProgram program = new(new Effect.Defer(default, lambda, "it is kept"), Touch);

        Assert.Equal(Findings.TouchLater, program.Solve().In(VmStates.Stopped).Findings);
    }

    [Fact]
    public void ADelegateRunsInTheStateOfTheCalleeThatCallsIt()
    {
        var lambda = new ValueExpr.Function([Target(2)]);
        Effect callee = Then(new Effect.Acquire(0), new Effect.Invoke(default, new ValueExpr.Parameter(0, 0), [], CallMode.Blocked, false, false), new Effect.Release(0, Effect.Nothing));
        WrittenProgram program = new([new Effect.Call(default, [Target(1)], [lambda], CallMode.Blocked), callee, Touch], [[], [(0, 0)], []]);

        Assert.Equal(Findings.None, program.Solve().In(VmStates.MayRun).Findings);
    }

    [Fact]
    public void WhatNobodyAwaitsDoesAfterItsFirstAwaitRunsLater()
    {
        Effect start = new Effect.Call(default, [Target(1)], [], CallMode.Started);
        Effect body = Then(Effect.Suspend.Instance, Touch);
        WrittenProgram Of(AnalysisVariant variant) => new(start, body) { Variant = variant, ReturnsTask = static member => member == 1 };

        Assert.Equal(Findings.TouchLater, Of(AnalysisVariant.None).Solve().In(VmStates.Stopped).Findings);
        Assert.Equal(Findings.None, Of(AnalysisVariant.AwaitKeepsState).Solve().In(VmStates.Stopped).Findings);
        Assert.Equal(VmStates.Stopped, Of(AnalysisVariant.None).Solve().In(VmStates.Stopped).Exit);
    }

    [Fact]
    public void AnAwaitedBodyKeepsTheState()
    {
        Effect call = new Effect.Call(default, [Target(1)], [], CallMode.Blocked);
        WrittenProgram program = new(call, Then(Effect.Suspend.Instance, Touch)) { ReturnsTask = static member => member == 1 };

        Assert.Equal(Findings.None, program.Solve().In(VmStates.Stopped).Findings);
    }

    [Fact]
    public void AVirtualCallOfMoreThanThirtyTwoTargetsIsUndecidedOnlyIfOneHasAnEffect()
    {
        Effect call = new Effect.Call(default, [.. Enumerable.Range(1, 33).Select(Target)], [], CallMode.Blocked);
        Effect[] harmless = [call, .. Enumerable.Repeat(Effect.Nothing, 33)];
        Effect[] oneTouches = [call, .. Enumerable.Repeat(Effect.Nothing, 32), Touch];

        Assert.Equal(Findings.None, Solve(harmless).In(VmStates.MayRun).Findings);
        Assert.Equal(Findings.Undecided, Solve(oneTouches).In(VmStates.MayRun).Findings);
    }

    [Fact]
    public void AnObserverHearsWhatIsFoundHereAndInACallee()
    {
        WrittenProgram program = new(Then(Resume, Call(1)), Touch);
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
        WrittenProgram program = new(Then(Call(1), Call(2)), Call(3), Call(4), Touch, Touch) { Looked = looked, Budget = 2 };

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
        bodies[0] = Then(Consume(1), Resume, Touch);
        for (int i = 1; i < Depth; i++)
        {
            bodies[i] = Then(new Effect.Yield(0), Consume(i + 1));
        }

        bodies[Depth] = Then(new Effect.Yield(0), new Effect.If(Effect.Nothing, Call(0), Effect.Nothing));
        WrittenProgram program = new(bodies) { IsIterator = member => member > 0, Budget = 20_000 };

        Assert.Equal(Findings.TouchResumed, program.Solve().In(VmStates.Stopped).Findings & Findings.TouchResumed);
        Assert.False(program.WasOverBudget);
    }

    private static Effect.Consume Consume(int member) =>
        new(default, new ValueExpr.Result(Call(member)), Effect.Nothing, continueLabel: 1, exitLabel: 2);

    private sealed class Notes : IObserver
    {
        public List<string> Heard { get; } = [];

        public void Found(TextSpan site, Effect effect, Findings found, VmState state) => Heard.Add($"{found} here");

        public void FoundIn(TextSpan site, CallTarget target, Context callee, Findings found, VmState state, VmStates entry, string? how) =>
            Heard.Add($"{found} in {target.Name}");
    }
}

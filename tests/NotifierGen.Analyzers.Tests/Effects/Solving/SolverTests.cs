using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Effects.Ir;
using NotifierGen.Analyzers.Effects.Solving;
using static NotifierGen.Analyzers.Tests.Effects.Solving.WrittenProgram;

namespace NotifierGen.Analyzers.Tests.Effects.Solving;

/// <summary>What one body does to the VM, computed from programs written by hand: each test is one path that a touch can take.</summary>
public sealed class SolverTests
{
    [Fact]
    public void ATouchIsFoundInTheStateInWhichTheHandlerIsEntered()
    {
        Summary summary = Solve(Touch);

        Assert.True(summary.IsNeutral);
        Assert.Equal(Findings.None, summary.In(VmStates.Stopped).Findings);
        Assert.Equal(Findings.TouchUnknown, summary.In(VmStates.Unknown).Findings);
        Assert.Equal(Findings.TouchMayRun, summary.In(VmStates.MayRun).Findings);
        Assert.Equal(Findings.TouchLater, summary.In(VmStates.Later).Findings);
    }

    [Fact]
    public void ATouchBeforeTheResumeIsNone() =>
        Assert.Equal(Findings.Resumes, Solve(Then(Touch, Resume)).In(VmStates.Stopped).Findings);

    [Fact]
    public void ATouchAfterTheResumeIsOne() =>
        Assert.Equal(Findings.Resumes | Findings.TouchResumed, Solve(Then(Resume, Touch)).In(VmStates.Stopped).Findings);

    [Fact]
    public void APauseMendsIt() =>
        Assert.Equal(Findings.Pauses, Solve(Then(Pause, Touch)).In(VmStates.MayRun).Findings);

    [Fact]
    public void AScopeRestoresWhatWasBefore()
    {
        Effect scope = Then(new Effect.Acquire(0), Touch, new Effect.Release(0, Effect.Nothing));

        Assert.Equal(Findings.None, Solve(scope).In(VmStates.MayRun).Findings);
        Assert.Equal(VmStates.MayRun, Solve(scope).In(VmStates.MayRun).Exit);
        Assert.Equal(VmStates.Stopped, Solve(scope).In(VmStates.Stopped).Exit);
        Assert.Equal(Findings.TouchMayRun, Solve(Then(scope, Touch)).In(VmStates.MayRun).Findings);
    }

    [Fact]
    public void OnlyTheOutermostScopeResumes()
    {
        Effect inner = Then(new Effect.Acquire(1), new Effect.Release(1, Effect.Nothing), Touch);

        Assert.Equal(Findings.None, Solve(Then(new Effect.Acquire(0), inner)).In(VmStates.MayRun).Findings);
    }

    [Fact]
    public void ALoopCarriesAResumeToItsNextRound()
    {
        Effect loop = new Effect.Loop(null, Then(Touch, Resume), Effect.Nothing, testsFirst: true, continueLabel: 1, exitLabel: 2);

        Assert.Equal(Findings.Resumes | Findings.TouchResumed, Solve(loop).In(VmStates.Stopped).Findings);
        Assert.Equal(Findings.Resumes, Solve(AnalysisVariant.LoopsRunOnce, loop).In(VmStates.Stopped).Findings & ~Findings.TouchResumed);
    }

    [Fact]
    public void AResumeInATryReachesItsCatch()
    {
        Effect guarded = new Effect.Try(
            Then(Resume, Effect.MayThrow.Instance, Pause), [new Effect.Catch(null, Touch, catchesAll: true)], null, []);

        Assert.Equal(Findings.Resumes | Findings.Pauses | Findings.TouchResumed, Solve(guarded).In(VmStates.Stopped).Findings);
        Assert.Equal(Findings.Resumes | Findings.Pauses, Solve(AnalysisVariant.NoExceptionEdges, guarded).In(VmStates.Stopped).Findings);
    }

    [Fact]
    public void AFinallyRunsOnEveryWayOut()
    {
        Effect guarded = new Effect.Try(Then(Resume, Effect.Throw.Instance), [], Touch, []);
        Effect left = new Effect.Try(Then(Resume, new Effect.Return(-1)), [], Touch, []);

        Assert.Equal(Findings.Resumes | Findings.TouchResumed, Solve(guarded).In(VmStates.Stopped).Findings);
        Assert.Equal(Findings.Resumes | Findings.TouchResumed, Solve(left).In(VmStates.Stopped).Findings);
        Assert.Equal(Findings.Resumes, Solve(AnalysisVariant.FinallyWithoutExceptionalState, guarded).In(VmStates.Stopped).Findings);
    }

    [Fact]
    public void AJumpBackCarriesTheState()
    {
        Effect body = Then(new Effect.Label(1), Touch, Resume, new Effect.If(Effect.Nothing, new Effect.Jump(1), Effect.Nothing));

        Assert.Equal(Findings.Resumes | Findings.TouchResumed, Solve(body).In(VmStates.Stopped).Findings);
    }

    [Fact]
    public void ALiveTestRefinesBothBranches()
    {
        Effect guarded = new Effect.If(new Effect.Test(Guard.Live, stoppedWhen: true), Touch, Effect.Nothing);
        Effect inverted = new Effect.If(new Effect.Not(new Effect.Test(Guard.Live, stoppedWhen: true)), Touch, Effect.Nothing);

        Assert.Equal(Findings.None, Solve(guarded).In(VmStates.Unknown | VmStates.MayRun).Findings);
        Assert.Equal(Findings.TouchUnknown, Solve(inverted).In(VmStates.Unknown).Findings);
    }

    [Fact]
    public void WhatTheContextSaidDoesNotOutliveAResume()
    {
        Effect guarded = new Effect.If(new Effect.Test(Guard.Snapshot, stoppedWhen: true), Touch, Effect.Nothing);

        Assert.Equal(Findings.None, Solve(guarded).In(VmStates.Unknown).Findings);
        Assert.Equal(Findings.Resumes | Findings.TouchResumed, Solve(Then(Resume, guarded)).In(VmStates.Unknown).Findings);
        Assert.Equal(Findings.Resumes, Solve(AnalysisVariant.SnapshotGuardsAreLive, Then(Resume, guarded)).In(VmStates.Unknown).Findings);
    }

    [Fact]
    public void AScopeThatBeganWhileTheVmWasStoppedResumesNothing()
    {
        Effect scope = Then(new Effect.Acquire(0), new Effect.Release(0, Effect.Nothing), Touch);

        Assert.Equal(Findings.None, Solve(scope).In(VmStates.Stopped).Findings);
        Assert.Equal(Findings.TouchResumed, Solve(AnalysisVariant.ScopesAlwaysResume, scope).In(VmStates.Stopped).Findings);
    }
}

using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Lambdas that are given to methods in source: what these do with them is read from their bodies.</summary>
public sealed class DelegateParameterTests
{
    private const string Runners = """
        private Action? _kept;
        private void RunPaused(Action action) { using (_machine.Pause()) { action(); } }
        private void RunTwice(Action action) { action(); action(); }
        private void RunMaybe(Action? action) => action?.Invoke();
        private void Keep(Action action) => _kept = action;
        private void Ignore(Action action) => Work();
        private void Forward(Action action) => RunPaused(action);
        private void ForwardPlain(Action action) => RunTwice(action);
        private void StartThen(Action action) { _machine.Start(); action(); }
        private void Background(Action action) => ThreadPool.QueueUserWorkItem(_ => action());
        private T Run<T>(Func<T> function) => function();
        private void RunAll(params Action[] all) { foreach (Action one in all) { one(); } }
        private void RunOr(Action? action) => (action ?? Zero)();
        private void Each(Action<Cpu> action) => action(_cpu);
        private void EachPaused(Action<Cpu> action) { _machine.Stop(); action(_cpu); _machine.Start(); }
        private void Zero() => _cpu.Pc = 0;
        """;

    [Theory]
    [InlineData("RunPaused(() => _cpu.Pc = 0);")]
    [InlineData("RunPaused(Zero);")]
    [InlineData("Forward(() => _cpu.Pc = 0);")]
    [InlineData("RunPaused(() => RunTwice(() => _cpu.Pc = 0));")]
    [InlineData("Ignore(() => _cpu.Pc = 0);")]
    [InlineData("RunTwice(Work);")]
    [InlineData("EachPaused(cpu => cpu.Pc = 0);")]
    [InlineData("RunAll(Work, () => RunPaused(Zero));")]
    public Task ARunnerThatPausesNeedsNoAnnotation(string body) => EnteredRunning(body, Runners);

    [Theory]
    [InlineData("{|NG1001:RunTwice(() => _cpu.Pc = 0)|};")]
    [InlineData("{|NG1001:RunTwice(Zero)|};")]
    [InlineData("{|NG1001:RunMaybe(() => _cpu.Pc = 0)|};")]
    [InlineData("{|NG1001:ForwardPlain(() => _cpu.Pc = 0)|};")]
    [InlineData("_ = {|NG1001:Run(() => _cpu.Pc)|};")]
    [InlineData("{|NG1001:RunTwice(() => RunTwice(() => _cpu.Pc = 0))|};")]
    [InlineData("{|NG1001:RunAll(Work, Zero)|};")]
    [InlineData("{|NG1001:RunTwice(_kept == null ? Work : Zero)|};")]
    [InlineData("{|NG1001:Each(cpu => cpu.Pc = 0)|};")]
    public Task ARunnerThatDoesNotPauseRunsItInTheStateOfTheCall(string body) => EnteredRunning(body, Runners);

    [Theory]
    [InlineData("{|NG1001:RunTwice(() => { _cpu.Pc = 0; _machine.Start(); })|};")]
    [InlineData("{|NG1001:StartThen(() => _cpu.Pc = 0)|};")]
    [InlineData("RunTwice(_machine.Start); {|NG1001:_cpu.Pc|} = 0;")]
    public Task WhatTheRunnerOrTheLambdaResumesCounts(string body) => EnteredStopped(body, Runners);

    [Theory]
    [InlineData("RunTwice(() => _cpu.Pc = 0); _machine.Start();")]
    [InlineData("_ = Run(() => _cpu.Pc); _machine.Start();")]
    [InlineData("RunTwice(_machine.Stop); _cpu.Pc = 0;")]
    public Task InTheStoppedStateItIsFine(string body) => EnteredStopped(body, Runners);

    [Theory]
    [InlineData("{|NG1003:Keep(() => _cpu.Pc = 0)|};")]
    [InlineData("{|NG1003:Background(() => _cpu.Pc = 0)|};")]
    [InlineData("{|NG1003:Keep(Zero)|};")]
    public Task ACalleeThatKeepsItRunsItLater(string body) => EnteredStopped(body, Runners);

    [Theory]
    [InlineData("Keep(Work);")]
    [InlineData("Background(() => RunPaused(Zero));")]
    [InlineData("Keep(() => RunPaused(() => _cpu.Pc = 0));")]
    public Task KeepingWhatPausesByItselfIsFine(string body) => EnteredStopped(body, Runners);
}

using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Delegates in fields and events: what the compilation assigns to them anywhere is what may run.</summary>
public sealed class DelegateFieldTests
{
    [Theory]
    [InlineData("{|NG1001:_action()|};")]
    [InlineData("{|NG1001:_action.Invoke()|};")]
    [InlineData("_maybe?{|NG1001:.Invoke()|};")]
    [InlineData("Action action = _action; {|NG1001:action()|};")]
    [InlineData("{|NG1001:Run()|};")]
    public Task AFieldRunsWhatIsAssignedToItAnywhere(string body) => EnteredRunning(
        body,
        """
        private Action _action = () => { };
        private Action? _maybe;
        private void Prepare() { _action = () => _cpu.Pc = 0; _maybe = Zero; }
        private void Zero() => _cpu.Pc = 0;
        private void Run() => _action();
        """);

    [Fact]
    public Task AnInitialiserIsAnAssignment() => EnteredRunning(
        "{|NG1001:s_zero(_cpu)|};",
        "private static readonly Action<Cpu> s_zero = static cpu => cpu.Pc = 0;");

    [Theory]
    [InlineData("_action();")]
    [InlineData("using (_machine.Pause()) { _zero(); }")]
    [InlineData("_maybe?.Invoke();")]
    public Task WhereNothingThatTouchesIsAssignedItIsFine(string body) => EnteredRunning(
        body,
        """
        private Action _action = () => { };
        private Action _zero = () => { };
        private Action? _maybe = null;
        private void Prepare() { _action = Work; _zero = () => _cpu.Pc = 0; }
        """);

    [Fact]
    public Task AFieldThatIsAssignedInAnotherClassRunsThat() => EnteredRunning(
        "{|NG1001:Hook()|};",
        "internal Action Hook = () => { };",
        "static class Hooks { public static void Install(Nic nic, Cpu cpu) => nic.Hook = () => cpu.Pc = 0; }");

    [Theory]
    [InlineData("Changed?{|NG1001:.Invoke()|};")]
    [InlineData("if (Changed != null) { {|NG1001:Changed()|}; }")]
    [InlineData("{|NG1001:Raise()|};")]
    [InlineData("Action? changed = Changed; changed?{|NG1001:.Invoke()|};")]
    public Task RaisingAnEventRunsItsHandlers(string body) => EnteredRunning(
        body,
        """
        private event Action? Changed;
        private void Raise() => Changed?.Invoke();
        private void Prepare() => Changed += () => _cpu.Pc = 0;
        """);

    [Fact]
    public Task AnEventWithoutSuchHandlersIsFine() => EnteredRunning(
        "Changed?.Invoke();",
        """
        private event Action? Changed;
        private event Action? Other;
        private void Prepare() { Changed += Work; Other += () => _cpu.Pc = 0; Other?.Invoke(); }
        """);

    [Fact]
    public Task AHandlerThatResumesTheVmResumesItForTheRaiser() => EnteredStopped(
        "_cpu.Pc = 0; Changed?.Invoke(); {|NG1001:_cpu.Pc|} = 1;",
        "private event Action? Changed; private void Prepare() => Changed += _machine.Start;");

    [Fact]
    public Task APropertyThatHoldsADelegateIsAField() => EnteredRunning(
        "{|NG1001:Zero()|};",
        "private Action Zero { get; set; } = () => { }; private void Prepare() => Zero = () => _cpu.Pc = 0;");

    [Fact]
    public Task WhatNobodyKnowsIsSaid() => EnteredStopped(
        "{|NG1099:_given()|};",
        "private Action _given = () => { }; public void Give(Action given) => _given = given;");

    [Theory]
    [InlineData("_once();")]
    [InlineData("Action once = _once; once();")]
    [InlineData("Once();")]
    public Task TheOnlyDelegateOfAFieldRunsOnce(string body) => EnteredStopped(
        body, "private Action _once; private Action Once { get; } public Nic() : this(null!, null!) { _once = ZeroAndStart; Once = ZeroAndStart; } private void ZeroAndStart() { _cpu.Pc = 0; _machine.Start(); }");

    [Theory]
    [InlineData("{|NG1001:_twice()|};")]
    [InlineData("{|NG1001:_added()|};")]
    [InlineData("Raised?{|NG1001:.Invoke()|};")]
    public Task WhereSeveralMayBeTheyRunAfterEachOther(string body) => EnteredStopped(
        body,
        """
        private Action _twice = () => { };
        private Action? _added;
        private event Action? Raised;
        public void Install() { _twice = ZeroAndStart; _twice = Work; _added += ZeroAndStart; Raised += ZeroAndStart; }
        private void ZeroAndStart() { _cpu.Pc = 0; _machine.Start(); }
        """);
}

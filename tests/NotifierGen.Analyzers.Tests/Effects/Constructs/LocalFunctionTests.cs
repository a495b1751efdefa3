using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Local functions: called they are members, as delegates they are lambdas.</summary>
public sealed class LocalFunctionTests
{
    [Fact]
    public Task ACallRunsIt() => EnteredRunning("""
        {|NG1001:Zero()|};

        void Zero() => _cpu.Pc = 0;
        """);

    [Fact]
    public Task WithoutACallItDoesNothing() => EnteredRunning("""
        Work();

        void Zero() => _cpu.Pc = 0;
        """);

    [Fact]
    public Task ItIsEnteredInTheStateOfEachCall() => EnteredStopped("""
        Zero();
        _machine.Start();
        {|NG1001:Zero()|};

        void Zero() => _cpu.Pc = 0;
        """);

    [Fact]
    public Task WhatItResumesIsResumed() => EnteredStopped("""
        void Go() => _machine.Start();

        _cpu.Pc = 0;
        Go();
        {|NG1001:_cpu.Pc|} = 1;
        """);

    [Fact]
    public Task WhatItPausesIsPaused() => EnteredRunning("""
        Halt();
        _cpu.Pc = 0;

        void Halt() => _machine.Stop();
        """);

    [Fact]
    public Task ItMayCallItself() => EnteredStopped("""
        {|NG1001:Count(3)|};

        void Count(int n)
        {
            _cpu.Pc = n;
            if (n > 0)
            {
                _machine.Start();
                Count(n - 1);
            }
        }
        """);

    [Fact]
    public Task TheyMayCallEachOther() => EnteredStopped(
        "{|NG1001:Down(3)|};",
        "private void Down(int n) { _cpu.Pc = n; if (n > 0) { Up(n); } } private void Up(int n) { _machine.Start(); Down(n - 1); }");

    [Fact]
    public Task ARecursionThatPausesBeforeItReturnsIsFine() => EnteredStopped(
        "Down(3);",
        "private void Down(int n) { if (n > 0) { _cpu.Pc = n; Up(n); } } private void Up(int n) { Down(n - 1); _machine.Start(); _machine.Stop(); }");

    [Fact]
    public Task OneInAnotherIsFollowedToo() => EnteredRunning("""
        {|NG1001:Outer()|};

        void Outer()
        {
            Inner();

            void Inner() => _cpu.Pc = 0;
        }
        """);

    [Fact]
    public Task AStaticOneGetsWhatItTouches() => EnteredRunning("""
        {|NG1001:Zero(_cpu)|};

        static void Zero(Cpu cpu) => cpu.Pc = 0;
        """);

    [Fact]
    public Task AsADelegateThatIsCalledItRunsThere() => EnteredStopped("""
        Action zero = Zero;
        zero();
        _machine.Start();
        {|NG1001:zero()|};

        void Zero() => _cpu.Pc = 0;
        """);

    [Fact]
    public Task AsADelegateThatIsKeptItRunsLater() => EnteredStopped(
        """
        _later = {|NG1003:Zero|};

        void Zero() => _cpu.Pc = 0;
        """,
        "private Action? _later;");

    [Fact]
    public Task AGenericOneIsItsDefinition() => EnteredRunning("""
        {|NG1001:Zero(1)|};
        Nothing("");

        void Zero<T>(T value) => _cpu.Pc = 0;
        void Nothing<T>(T value) => Work();
        """);
}

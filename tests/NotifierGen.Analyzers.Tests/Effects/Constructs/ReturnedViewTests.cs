using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>vCPU state that a method of the compilation returns, by itself or in an array, a tuple or a collection: who uses it touches it.</summary>
public sealed class ReturnedViewTests
{
    private const string Members = """
        private long[] _own = new long[4];
        private readonly ConcurrentDictionary<int, long[]> _cache = new();
        private readonly ConcurrentDictionary<int, Action> _actions = new();
        private long[] All() => _cpu.Registers;
        private long[] Again() => All();
        private Span<long> Some() => _cpu.Registers.AsSpan(1);
        private long[] Property => _cpu.Registers;
        private long[][] Banks() => [_own, _cpu.Registers];
        private List<long[]> Listed() => new() { _own };
        private List<long[]> Collected() { long[] all = All(); return [all]; }
        private (long[] Registers, int Count) Pair() => (_cpu.Registers, 1);
        private long[] Copy() => _cpu.Registers.ToArray();
        private long[][] Copies() => [_own, Copy()];
        private (long[] Registers, int Count) OwnPair() => (_own, 1);
        """;

    [Theory]
    [InlineData("long[] all = All(); _machine.Start(); {|NG1001:all|}[0] = 1;")]
    [InlineData("long[] all = Again(); _machine.Start(); _ = {|NG1001:all|}[0];")]
    [InlineData("Span<long> some = Some(); _machine.Start(); {|NG1001:some|}[0] = 1;")]
    [InlineData("Span<long> some = All(); _machine.Start(); {|NG1001:some|}.Clear();")]
    [InlineData("long[] all = Property; _machine.Start(); {|NG1001:all|}[0] = 1;")]
    [InlineData("long[][] banks = Banks(); _machine.Start(); {|NG1001:banks|}[1][0] = 1;")]
    [InlineData("long[][] banks = Banks(); _machine.Start(); _ = {|NG1001:banks|}[1][0];")]
    [InlineData("var banks = Banks(); long[] bank = banks[1]; _machine.Start(); {|NG1001:bank|}[0] = 1;")]
    [InlineData("List<long[]> all = Collected(); _machine.Start(); {|NG1001:all[0]|}[0] = 1;")]
    [InlineData("var pair = Pair(); _machine.Start(); {|NG1001:pair.Registers|}[0] = 1;")]
    [InlineData("(long[] all, int count) = Pair(); _machine.Start(); {|NG1001:all|}[count] = 1;")]
    [InlineData("foreach (long[] bank in Banks()) { _machine.Start(); {|NG1001:bank|}[0] = 1; _machine.Stop(); }")]
    [InlineData("long[] all = _cache.GetOrAdd(1, _ => _cpu.Registers); _machine.Start(); {|NG1001:all|}[0] = 1;")]
    public Task WhatIsReturnedIsTheState(string body) => EnteredStopped(body, Members);

    [Theory]
    [InlineData("long[] copy = Copy(); _machine.Start(); copy[0] = 1;")]
    [InlineData("long[][] copies = Copies(); _machine.Start(); copies[1][0] = 1;")]
    [InlineData("List<long[]> listed = Listed(); _machine.Start(); listed[0][0] = 1;")]
    [InlineData("var pair = OwnPair(); _machine.Start(); pair.Registers[0] = pair.Count;")]
    [InlineData("var pair = Pair(); _machine.Start(); _mode = pair.Count;")]
    [InlineData("long[] own = Copy(); _own = own;")]
    [InlineData("long[][] banks = Banks(); _machine.Start(); _mode = banks.Length;")]
    [InlineData("long[] own = _cache.GetOrAdd(1, _ => _own); _machine.Start(); own[0] = 1;")]
    [InlineData("long[] all = All(); _machine.Start(); using (_machine.Pause()) { all[0] = 1; }")]
    public Task ACopyOrAnotherArrayIsNot(string body) => EnteredStopped(body, Members);

    [Theory]
    [InlineData("{|NG1003:_actions.GetOrAdd(1, _ => () => _cpu.Pc = 0)|};")]
    [InlineData("{|NG1003:_actions.AddOrUpdate(1, _ => Work, (_, _) => _cpu.Reset)|};")]
    [InlineData("_actions.GetOrAdd(1, _ => Work);")]
    [InlineData("_ = _numbers.GetOrAdd(1, _ => (int)_cpu.Pc);")]
    public Task WhatAFactoryPutsIntoACollectionIsKept(string body) => EnteredStopped(body, Members + " private readonly ConcurrentDictionary<int, int> _numbers = new();");

    [Theory]
    [InlineData("Action zero = {|NG1003:_actions.GetOrAdd(1, _ => () => _cpu.Pc = 0)|}; {|NG1001:zero()|};")]
    [InlineData("Action zero = _actions.GetOrAdd(1, _ => Work); zero();")]
    [InlineData("_actions.GetOrAdd(1, _ => Work)();")]
    public Task WhatAFactoryMadeRunsWhereItIsCalled(string body) => EnteredRunning(body, Members);
}

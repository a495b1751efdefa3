using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>vCPU state that a collection, a task or a delegate holds: who takes it out and uses it touches it.</summary>
public sealed class HeldViewTests
{
    private const string Members = """
        private long[] _own = new long[4];
        private readonly List<long[]> _kept = new();
        private readonly Dictionary<int, long[]> _map = new();
        private long[][] _banks = new long[2][];
        private (long[] First, int Second) _pair;
        private long[] Last { get; set; } = new long[4];
        private List<long[]> Lasts { get; set; } = new();
        private long[] All() => _cpu.Registers;
        private long[] Copy() => _cpu.Registers.ToArray();
        private static void Fill(Func<long[]> of) => of()[0] = 1;
        private static long[] Through(Func<long[]> of) => of();
        private async Task<long[]> Fetch() { await Task.Yield(); return _cpu.Registers; }
        private async Task<long[]> FetchCopy() { await Task.Yield(); return Copy(); }
        private Task<long[]> Known() => Task.FromResult(_cpu.Registers);
        private Func<long[]> Maker() => () => _cpu.Registers;
        """;

    [Theory]
    [InlineData("var list = new List<long[]>(); list.Add(_cpu.Registers); _machine.Start(); {|NG1001:list[0]|}[0] = 1;")]
    [InlineData("var list = new List<long[]>(); list.Add(All()); _machine.Start(); {|NG1001:list[0]|}[0] = 1;")]
    [InlineData("List<long[]> list = [_own]; list.Insert(0, _cpu.Registers); _machine.Start(); _ = {|NG1001:list[0]|}[0];")]
    [InlineData("var list = new List<long[]>(); list.Add(_cpu.Registers); foreach (long[] bank in list) { _machine.Start(); {|NG1001:bank|}[0] = 1; _machine.Stop(); }")]
    [InlineData("var list = new List<long[]>(); list.Add(_cpu.Registers); long[] bank = list[0]; _machine.Start(); {|NG1001:bank|}[0] = 1;")]
    [InlineData("var map = new Dictionary<int, long[]>(); map[1] = _cpu.Registers; _machine.Start(); {|NG1001:map[1]|}[0] = 1;")]
    [InlineData("var map = new Dictionary<int, long[]>(); map.TryAdd(1, _cpu.Registers); map.TryGetValue(1, out long[]? bank); _machine.Start(); {|NG1001:bank|}![0] = 1;")]
    [InlineData("var queue = new Queue<long[]>(); queue.Enqueue(_cpu.Registers); long[] bank = queue.Dequeue(); _machine.Start(); {|NG1001:bank|}[0] = 1;")]
    [InlineData("var stack = new Stack<Memory<long>>(); stack.Push(_cpu.Registers); Memory<long> bank = stack.Pop(); _machine.Start(); {|NG1001:bank|}.Span[0] = 1;")]
    [InlineData("var banks = new long[2][]; banks[1] = _cpu.Registers; _machine.Start(); {|NG1001:banks|}[1][0] = 1;")]
    [InlineData("var banks = new long[2][]; banks[1] = All(); _machine.Start(); {|NG1001:banks|}[1][0] = 1;")]
    [InlineData("long[] all = All(); if (_busy) { all = Copy(); } _machine.Start(); {|NG1001:all|}[0] = 1;")]
    [InlineData("long[] all = Copy(); if (_busy) { all = All(); } _machine.Start(); {|NG1001:all|}[0] = 1;")]
    public Task WhatIsTakenOutOfACollectionIsTheState(string body) => EnteredStopped(body, Members);

    // Whoever finds it there may use it when the vCPUs run again.
    [Theory]
    [InlineData("{|NG1003:_kept|}.Add(_cpu.Registers);")]
    [InlineData("{|NG1003:_kept|}.Insert(0, All());")]
    [InlineData("{|NG1003:this._kept|}.Add(_cpu.Registers);")]
    [InlineData("{|NG1003:_map[1]|} = _cpu.Registers;")]
    [InlineData("{|NG1003:_map|}.TryAdd(1, _cpu.Registers);")]
    [InlineData("{|NG1003:_banks[0]|} = _cpu.Registers;")]
    [InlineData("{|NG1003:_pair.First|} = _cpu.Registers;")]
    [InlineData("_banks = {|NG1003:new[] { _cpu.Registers }|};")]
    [InlineData("var list = new List<long[]>(); list.Add(_cpu.Registers); Lasts = {|NG1003:list|};")]
    [InlineData("Last = {|NG1003:_cpu.Registers|};")]
    [InlineData("{|NG1003:Lasts|}.Add(_cpu.Registers);")]
    public Task WhatIsPutIntoAMemberStaysThere(string body) => EnteredStopped(body, Members);

    [Theory]
    [InlineData("_kept.Add(Copy());")]
    [InlineData("_map[1] = _own; _kept.Add(_map[1]);")]
    [InlineData("_banks[0] = _own; _pair.First = _own; _pair.Second = (int)_cpu.Registers[0];")]
    [InlineData("Last = _own; Lasts.Add(_own); Lasts = new();")]
    [InlineData("(long[] First, int Second) pair = (_own, 0); pair.First = _cpu.Registers; _mode = pair.Second;")]
    [InlineData("var list = new List<long[]>(); list.Add(_cpu.Registers); _mode = list.Count;")]
    [InlineData("_kept.Remove(_cpu.Registers); if (_kept.Contains(_cpu.Registers)) { _mode = _kept.IndexOf(_cpu.Registers); }")]
    public Task WhatIsNoStateMayBeKept(string body) => EnteredStopped(body, Members);

    [Theory]
    [InlineData("Func<long[]> of = () => _cpu.Registers; long[] all = of(); _machine.Start(); {|NG1001:all|}[0] = 1;")]
    [InlineData("Func<long[]> of = All; _machine.Start(); {|NG1001:of()|}[0] = 1;")]
    [InlineData("Func<long[]> of = Maker(); _machine.Start(); {|NG1001:of()|}[0] = 1;")]
    [InlineData("_machine.Start(); {|NG1001:Fill(() => _cpu.Registers)|};")]
    [InlineData("_machine.Start(); {|NG1001:Fill(All)|};")]
    [InlineData("long[] all = Through(All); _machine.Start(); {|NG1001:all|}[0] = 1;")]
    [InlineData("long[] Local() => _cpu.Registers; Func<long[]> of = Local; _machine.Start(); {|NG1001:of()|}[0] = 1;")]
    public Task WhatADelegateReturnsIsTheState(string body) => EnteredStopped(body, Members);

    [Theory]
    [InlineData("long[] all = Task.Run(() => _cpu.Registers).Result; _machine.Start(); {|NG1001:all|}[0] = 1;")]
    [InlineData("long[] all = Task.FromResult(_cpu.Registers).Result; _machine.Start(); {|NG1001:all|}[0] = 1;")]
    [InlineData("long[] all = Known().GetAwaiter().GetResult(); _machine.Start(); {|NG1001:all|}[0] = 1;")]
    [InlineData("long[] all = Fetch().Result; _machine.Start(); {|NG1001:all|}[0] = 1;")]
    [InlineData("long[] all = Fetch().ConfigureAwait(false).GetAwaiter().GetResult(); _machine.Start(); {|NG1001:all|}[0] = 1;")]
    [InlineData("Task<long[]> later = Fetch(); long[] all = later.Result; _machine.Start(); {|NG1001:all|}[0] = 1;")]
    [InlineData("async Task Do() { long[] all = await Fetch(); _machine.Start(); all[0] = 1; } {|NG1001:Do()|}.Wait();")]
    public Task WhatATaskGivesIsTheState(string body) => EnteredStopped(body, Members);

    [Theory]
    [InlineData("var list = new List<long[]>(); list.Add(Copy()); _machine.Start(); list[0][0] = 1;")]
    [InlineData("var list = new List<long[]>(); list.Add(_own); _machine.Start(); list[0][0] = 1;")]
    [InlineData("var list = new List<long[]>(); list.Add(_cpu.Registers); _machine.Start(); _mode = list.Count;")]
    [InlineData("var list = new List<long>(); list.Add(_cpu.Registers[0]); _machine.Start(); _mode = (int)list[0];")]
    [InlineData("var map = new Dictionary<int, long[]>(); map[1] = Copy(); _machine.Start(); map[1][0] = 1;")]
    [InlineData("var banks = new long[2][]; banks[1] = _own; _machine.Start(); banks[1][0] = 1;")]
    [InlineData("Func<long[]> of = () => Copy(); _machine.Start(); using (_machine.Pause()) { of()[0] = 1; }")]
    [InlineData("Func<long[]> of = () => _own; _machine.Start(); of()[0] = 1;")]
    [InlineData("long[] all = Through(() => _own); _machine.Start(); all[0] = 1;")]
    [InlineData("Fill(() => _own); Fill(All);")]
    [InlineData("long[] all = FetchCopy().Result; _machine.Start(); all[0] = 1;")]
    [InlineData("long[] all = Task.Run(() => _own).Result; _machine.Start(); all[0] = 1;")]
    [InlineData("Task<long[]> later = Known(); _machine.Start(); using (_machine.Pause()) { later.Result[0] = 1; }")]
    public Task ACopyOrAnotherArrayIsNot(string body) => EnteredStopped(body, Members);
}

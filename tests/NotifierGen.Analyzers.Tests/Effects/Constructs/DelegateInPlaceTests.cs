using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Lambdas that run before the handler goes on: called where they are made, or by the framework before it returns.</summary>
public sealed class DelegateInPlaceTests
{
    private const string Lists = """
        private readonly List<long> _list = new List<long>();
        private readonly long[] _array = new long[4];
        private readonly Dictionary<int, long> _map = new Dictionary<int, long>();
        private readonly ConcurrentDictionary<int, long> _shared = new ConcurrentDictionary<int, long>();
        private static void Often([InvokedInPlace] Action action) => action();
        private long Read() => _cpu.Pc;
        private void Write(long pc) => _cpu.Pc = pc;
        """;

    [Theory]
    [InlineData("Action zero = () => _cpu.Pc = 0; {|NG1001:zero()|};")]
    [InlineData("Action zero = () => _cpu.Pc = 0; {|NG1001:zero.Invoke()|};")]
    [InlineData("Func<long> read = () => _cpu.Pc; _ = {|NG1001:read()|};")]
    [InlineData("Func<long> read = Read; _ = {|NG1001:read()|};")]
    [InlineData("Action zero = delegate { _cpu.Pc = 0; }; {|NG1001:zero()|};")]
    [InlineData("Action zero = Work; if (_busy) { zero = () => _cpu.Pc = 0; } {|NG1001:zero()|};")]
    [InlineData("Action zero = _busy ? Work : () => _cpu.Pc = 0; {|NG1001:zero()|};")]
    [InlineData("Action? zero = () => _cpu.Pc = 0; zero?{|NG1001:.Invoke()|};")]
    [InlineData("{|NG1001:((Action)(() => _cpu.Pc = 0))()|};")]
    [InlineData("Func<Action> make = () => () => _cpu.Pc = 0; {|NG1001:make()()|};")]
    [InlineData("Action[] actions = { Work, () => _cpu.Pc = 0 }; {|NG1001:actions[0]()|};")]
    [InlineData("Action both = Work; both += () => _cpu.Pc = 0; {|NG1001:both()|};")]
    [InlineData("(Action zero, int n) = (() => _cpu.Pc = 0, 1); {|NG1001:zero()|};")]
    [InlineData("Action zero = _busy switch { true => Work, false => () => _cpu.Pc = 0 }; {|NG1001:zero()|};")]
    [InlineData("Action zero = Work; void Set() => zero = () => _cpu.Pc = 0; Set(); {|NG1001:zero()|};")]
    [InlineData("Action reset = _cpu.Reset; {|NG1001:reset()|};")]
    [InlineData("Delegate zero = () => { _cpu.Pc = 0; }; {|NG1001:zero.DynamicInvoke()|};")]
    public Task ALocalDelegateRunsWhereItIsCalled(string body) => EnteredRunning(body, Lists);

    [Theory]
    [InlineData("Action zero = () => _cpu.Pc = 0;")]
    [InlineData("Action zero = () => _cpu.Pc = 0; _ = zero == null;")]
    [InlineData("Action zero = () => _cpu.Pc = 0; using (_machine.Pause()) { zero(); }")]
    [InlineData("Func<Action> make = () => () => _cpu.Pc = 0; Action zero = make();")]
    [InlineData("Action zero = Work; zero();")]
    public Task WhatIsNotCalledDoesNothing(string body) => EnteredRunning(body, Lists);

    [Theory]
    [InlineData("{|NG1001:_list.ForEach(pc => _cpu.Pc = pc)|};")]
    [InlineData("{|NG1001:_list.ForEach(Write)|};")]
    [InlineData("_ = {|NG1001:_list.Find(pc => pc == _cpu.Pc)|};")]
    [InlineData("_ = {|NG1001:_list.RemoveAll(pc => pc == _cpu.Pc)|};")]
    [InlineData("{|NG1001:_list.Sort((left, right) => (int)_cpu.Pc)|};")]
    [InlineData("{|NG1001:Array.ForEach(_array, pc => _cpu.Pc = pc)|};")]
    [InlineData("_ = {|NG1001:Array.Find(_array, pc => pc == _cpu.Pc)|};")]
    [InlineData("{|NG1001:Array.Sort(_array, (left, right) => (int)_cpu.Pc)|};")]
    [InlineData("_ = {|NG1001:Array.ConvertAll(_array, pc => pc + _cpu.Pc)|};")]
    [InlineData("_ = {|NG1001:_shared.GetOrAdd(1, _ => _cpu.Pc)|};")]
    [InlineData("_ = {|NG1001:_shared.AddOrUpdate(1, 0, (_, _) => _cpu.Pc)|};")]
    [InlineData("_ = {|NG1001:Parallel.For(0, 4, i => _cpu.Pc = i)|};")]
    [InlineData("_ = {|NG1001:Parallel.ForEach(_array, pc => _cpu.Pc = pc)|};")]
    [InlineData("{|NG1001:Parallel.Invoke(() => _cpu.Pc = 0)|};")]
    [InlineData("_ = {|NG1001:_list.Any(pc => pc == _cpu.Pc)|};")]
    [InlineData("_ = {|NG1001:_list.Sum(pc => pc + _cpu.Pc)|};")]
    [InlineData("_ = {|NG1001:_list.Aggregate((left, right) => left + _cpu.Pc)|};")]
    [InlineData("_ = {|NG1001:_list.ToDictionary(pc => pc + _cpu.Pc)|};")]
    [InlineData("{|NG1001:_array.AsSpan().Sort((left, right) => (int)_cpu.Pc)|};")]
    [InlineData("_ = {|NG1001:LazyInitializer.EnsureInitialized(ref _text, () => _cpu.Pc.ToString())|};")]
    [InlineData("_ = {|NG1001:string.Create(1, 0, (span, n) => span[0] = (char)_cpu.Pc)|};")]
    [InlineData("{|NG1001:Often(() => _cpu.Pc = 0)|};")]
    public Task TheFrameworkCallsItBeforeItReturns(string body) => EnteredRunning(body, Lists + " private string? _text;");

    [Theory]
    [InlineData("_list.ForEach(pc => _cpu.Pc = pc); _machine.Start();")]
    [InlineData("Array.ForEach(_array, Write); _machine.Start();")]
    [InlineData("_ = _shared.GetOrAdd(1, _ => _cpu.Pc); _machine.Start();")]
    [InlineData("_ = Parallel.For(0, 4, i => _cpu.Pc = i); _machine.Start();")]
    [InlineData("_ = _list.Any(pc => pc == _cpu.Pc); _machine.Start();")]
    [InlineData("Often(() => _cpu.Pc = 0); _machine.Start();")]
    public Task NotLater(string body) => EnteredStopped(body, Lists);

    [Theory]
    [InlineData("_list.ForEach(_ => _machine.Start()); {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("_ = _list.All(_ => StartNow() > 0); {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("{|NG1001:_list.ForEach(pc => { _cpu.Pc = pc; _machine.Start(); })|};")]
    [InlineData("Often(_machine.Start); {|NG1001:_cpu.Pc|} = 0;")]
    public Task WhatItResumesIsResumed(string body) => EnteredStopped(body, Lists);

    [Theory]
    [InlineData("_ = {|NG1001:_list.Select(pc => pc + _cpu.Pc).ToList()|};")]
    [InlineData("_ = {|NG1001:_list.Where(pc => pc == _cpu.Pc).Select(pc => pc + 1).Any()|};")]
    [InlineData("_ = {|NG1001:(from pc in _list where pc == _cpu.Pc select pc).Count()|};")]
    [InlineData("var query = _list.Select(pc => pc + _cpu.Pc); _ = {|NG1001:query.ToArray()|};")]
    [InlineData("foreach (long pc in {|NG1001:_list.Select(pc => pc + _cpu.Pc)|}) { Work(); }")]
    [InlineData("_ = {|NG1001:string.Join(\",\", _list.Select(pc => pc + _cpu.Pc))|};")]
    [InlineData("_ = {|NG1001:(from pc in _list let now = _cpu.Pc orderby now select pc).ToList()|};")]
    [InlineData("_ = {|NG1001:(from pc in _list group pc by _cpu.Pc).Count()|};")]
    [InlineData("_ = {|NG1001:(from left in _list from right in _array where right == _cpu.Pc select left).First()|};")]
    [InlineData("_ = {|NG1001:(from left in _list join right in _array on left equals _cpu.Pc select right).First()|};")]
    public Task AQueryRunsWhereItIsEnumerated(string body) => EnteredRunning(body, Lists);

    [Theory]
    [InlineData("var query = _list.Select(pc => pc + _cpu.Pc); _machine.Stop(); _ = query.ToArray();")]
    [InlineData("_ = _list.Select(pc => pc + _cpu.Pc);")]
    [InlineData("using (_machine.Pause()) { _ = _list.Where(pc => pc == _cpu.Pc).ToList(); }")]
    public Task NotWhereItIsComposed(string body) => EnteredRunning(body, Lists);

    [Fact]
    public Task AQueryThatIsEnumeratedAfterTheResumeIsTooLate() => EnteredStopped(
        "var query = _list.Select(pc => pc + _cpu.Pc); _machine.Start(); _ = {|NG1001:query.ToArray()|};", Lists);

    [Fact]
    public Task ALazyValueIsMadeWhereItIsAskedFor() => EnteredStopped(
        "var pc = new Lazy<long>(() => _cpu.Pc); _machine.Start(); _ = {|NG1001:pc.Value|};");

    [Fact]
    public Task ALazyValueThatIsAskedForInTimeIsFine() => EnteredStopped(
        "var pc = new Lazy<long>(() => _cpu.Pc); _ = pc.Value; _machine.Start();");

    [Theory]
    [InlineData("foreach (Action each in new Action[] { () => _cpu.Pc = 0, Work }) { {|NG1001:each()|}; }")]
    [InlineData("Action[] all = [() => _cpu.Pc = 0]; foreach (Action each in all) { {|NG1001:each()|}; }")]
    public Task AnElementThatIsCalledIsSaidOnce(string body) => EnteredRunning(body);

    [Theory]
    [InlineData("foreach (Action each in new Action[] { () => _cpu.Pc = 0, Work }) { Work(); }")]
    [InlineData("Action[] all = [() => _cpu.Pc = 0]; foreach (Action each in all) { using (_machine.Pause()) { each(); } }")]
    public Task AnElementThatIsNotCalledDoesNotRun(string body) => EnteredRunning(body);
}

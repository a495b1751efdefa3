using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>References, pointers and spans: taking one is no touch, every use of it is.</summary>
public sealed class ReferenceTests
{
    private const string Members = """
        private long _plain;
        private Memory<long> _view;
        private long[]? _array;
        private static void Write(out long value) => value = 1;
        private static void Update(ref long value) => value++;
        private static long Read(in long value) => value;
        private static void Ignore(ref long value) { }
        """;

    [Theory]
    [InlineData("ref long flags = ref _cpu.Flags; {|NG1001:flags|} = 1;")]
    [InlineData("ref long flags = ref _cpu.Flags; _ = {|NG1001:flags|};")]
    [InlineData("ref long flags = ref _cpu.Flags; {|NG1001:flags|}++;")]
    [InlineData("ref readonly long flags = ref _cpu.Flags; _ = {|NG1001:flags|} + 1;")]
    [InlineData("ref long flags = ref _plain; flags = ref _cpu.Flags; {|NG1001:flags|} = 1;")]
    [InlineData("ref long flags = ref (_busy ? ref _cpu.Flags : ref _plain); {|NG1001:flags|} = 1;")]
    [InlineData("ref long flags = ref _cpu.Flags; ref long same = ref flags; {|NG1001:same|} = 1;")]
    [InlineData("ref long flags = ref _cpu.Flags; Update(ref {|NG1001:flags|});")]
    public Task UsingAReferenceIsATouch(string body) => EnteredRunning(body, Members);

    [Theory]
    [InlineData("ref long flags = ref _cpu.Flags;")]
    [InlineData("ref long flags = ref _plain; flags = 1;")]
    [InlineData("ref long flags = ref _cpu.Flags; using (_machine.Pause()) { flags = 1; }")]
    [InlineData("Update(ref _plain);")]
    [InlineData("Write(out long flags);")]
    public Task TakingAReferenceIsNot(string body) => EnteredRunning(body, Members);

    [Theory]
    [InlineData("Write(out {|NG1001:_cpu.Flags|});")]
    [InlineData("Update(ref {|NG1001:_cpu.Flags|});")]
    [InlineData("_ = Read(in {|NG1001:_cpu.Flags|});")]
    [InlineData("_ = Read({|NG1001:_cpu.Flags|});")]
    [InlineData("_ = Interlocked.Increment(ref {|NG1001:_cpu.Flags|});")]
    [InlineData("_ = Volatile.Read(ref {|NG1001:_cpu.Flags|});")]
    [InlineData("{|NG1001:Unsafe.Add(ref {|NG1001:_cpu.Flags|}, 1)|} = 0;")]
    public Task HandingAReferenceOnIsAUse(string body) => EnteredRunning(body, Members);

    [Theory]
    [InlineData("ref long flags = ref _cpu.Flags; flags = 1; _machine.Start(); {|NG1001:flags|} = 1;")]
    [InlineData("Span<long> all = _cpu.Registers; all[0] = 1; _machine.Start(); {|NG1001:all|}[0] = 1;")]
    [InlineData("long[] all = _cpu.Registers; _machine.Start(); {|NG1001:all|}[0] = 1;")]
    [InlineData("Span<long> all = _cpu.Registers.AsSpan(1); _machine.Start(); {|NG1001:all|}.Clear();")]
    [InlineData("unsafe { fixed (long* flags = &_cpu.Flags) { _machine.Start(); *{|NG1001:flags|} = 1; } }")]
    [InlineData("unsafe { fixed (long* all = _cpu.Registers) { _machine.Start(); {|NG1001:all|}[1] = 1; } }")]
    public Task AViewIsTheState(string body) => EnteredStopped(body, Members);

    [Theory]
    [InlineData("long flags = _cpu.Flags; _machine.Start(); flags++;")]
    [InlineData("long[] copy = (long[])_cpu.Registers.Clone(); _machine.Start(); copy[0] = 1;")]
    [InlineData("long[] copy = _cpu.Registers.ToArray(); _machine.Start(); copy[0] = 1;")]
    [InlineData("Span<long> all = new long[4]; _machine.Start(); all[0] = 1;")]
    [InlineData("int count = _cpu.Registers.Length; _machine.Start(); _mode = count;")]
    [InlineData("unsafe { long flags = _cpu.Flags; long* copy = &flags; _machine.Start(); *copy = 1; }")]
    public Task ACopyIsNot(string body) => EnteredStopped(body, Members);

    /// <summary>Whoever finds it there may use it at any time.</summary>
    [Theory]
    [InlineData("_view = {|NG1003:_cpu.Registers|};")]
    [InlineData("_array = {|NG1003:_cpu.Registers|};")]
    public Task AViewThatIsKeptIsATouchWhereItIsKept(string body) => EnteredStopped(body, Members);

    [Theory]
    [InlineData("ref long flags = ref Flags(); {|NG1001:flags|} = 1;")]
    [InlineData("ref long flags = ref Again(); _ = {|NG1001:flags|};")]
    [InlineData("{|NG1001:Flags()|} = 1;")]
    public Task AReferenceThatIsReturnedIsTheStateWhereItIsUsed(string body) => EnteredRunning(
        body, "private ref long Flags() => ref _cpu.Flags; private ref long Again() { return ref Flags(); }");

    [Theory]
    [InlineData("ref long flags = ref Flags();")]
    [InlineData("ref long flags = ref _cpu.Flags;")]
    [InlineData("Plain() = 1;")]
    public Task ToHaveAReferenceIsNoTouch(string body) => EnteredRunning(
        body, "private ref long Flags() => ref _cpu.Flags; private ref long Plain() => ref _other; private long _other;");

    [Theory]
    [InlineData("{|NG1001:_cpu.Registers|}.AsSpan().Clear();")]
    [InlineData("{|NG1001:_cpu.Registers|}.AsSpan(1, 2).Fill(0);")]
    [InlineData("{|NG1001:_cpu.Registers|}.AsSpan()[1] = 0;")]
    [InlineData("using (_machine.Pause()) { _cpu.Registers.AsSpan().Clear(); }")]
    [InlineData("new long[3].AsSpan().Clear();")]
    public Task AViewThatIsMadeOnTheSpotIsSaidOnce(string body) => EnteredRunning(body, Members);
}

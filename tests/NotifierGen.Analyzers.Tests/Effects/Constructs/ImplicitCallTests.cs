using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Members that the language calls by itself: enumerators, Index and Range, text, collections, Deconstruct, with.</summary>
public sealed class ImplicitCallTests
{
    private const string Cells = """
        private sealed class Cells(Cpu cpu)
        {
            public CellEnumerator GetEnumerator() => new CellEnumerator(cpu);
        }

        private sealed class CellEnumerator(Cpu cpu) : IDisposable
        {
            public long Current => cpu.Pc;
            public bool MoveNext() => false;
            public void Dispose() { }
        }

        private sealed class QuietCells(Cpu cpu)
        {
            public QuietEnumerator GetEnumerator() => new QuietEnumerator(cpu);
            public long First => cpu.Pc;
        }

        private sealed class QuietEnumerator(Cpu cpu)
        {
            public int Current => cpu.Id;
            public bool MoveNext() => false;
            public void Reset() => cpu.Reset();
        }

        private Cells _cells => new Cells(_cpu);
        private QuietCells _quiet => new QuietCells(_cpu);
        """;

    [Fact]
    public Task ForeachRunsTheEnumeratorsMembers() => EnteredRunning("foreach (long cell in {|NG1001:_cells|}) { Work(); }", Cells);

    [Fact]
    public Task ForeachRunsNothingElse() => EnteredRunning("foreach (int cell in _quiet) { Work(); }", Cells);

    [Fact]
    public Task ADisposeOfTheEnumeratorRunsWhenTheLoopIsLeft() => EnteredStopped(
        "foreach (int cell in new Starting(_machine)) { if (_busy) { break; } } {|NG1001:_cpu.Pc|} = 0;",
        """
        private sealed class Starting(Machine machine) : IDisposable
        {
            public Starting GetEnumerator() => this;
            public int Current => 0;
            public bool MoveNext() => false;
            public void Dispose() => machine.Start();
        }
        """);

    [Theory]
    [InlineData("_ = $\"{{|NG1001:_cpu.Pc|}}\";")]
    [InlineData("_ = $\"{{|NG1001:_frame|}}\";")]
    [InlineData("_ = \"\" + {|NG1001:_frame|};")]
    [InlineData("_ = {|NG1001:_frame.ToString()|};")]
    [InlineData("_ = string.Concat(\"\", {|NG1001:_frame.ToString()|});")]
    public Task TextRunsToString(string body) => EnteredRunning(
        body, "private Frame _frame => new Frame(_cpu); private sealed class Frame(Cpu cpu) { public override string ToString() => cpu.Pc.ToString(); }");

    [Theory]
    [InlineData("_ = $\"{_frame}\";")]
    [InlineData("_ = $\"{_frame.Id}{nameof(_cpu.Pc)}\";")]
    public Task TextOfWhatTouchesNothingIsFine(string body) => EnteredRunning(
        body, "private Frame _frame => new Frame(_cpu); private sealed class Frame(Cpu cpu) { public int Id => cpu.Id; public override string ToString() => \"\"; }");

    [Theory]
    [InlineData("Log($\"{|NG1001:{1}|}\");")]
    [InlineData("LogQuietly($\"{1}\");")]
    public Task AnInterpolatedStringHandlerIsCalled(string body) => EnteredRunning(
        body,
        """
        private static void Log(LogHandler text) { }
        private static void LogQuietly(QuietHandler text) { }

        [InterpolatedStringHandler]
        public struct LogHandler
        {
            public LogHandler(int length, int holes) { }
            public void AppendFormatted(int value) => Vcpus.Cpu.Reset();
        }

        [InterpolatedStringHandler]
        public struct QuietHandler
        {
            public QuietHandler(int length, int holes) { }
            public void AppendFormatted(int value) { }
            public void AppendLiteral(string text) => Vcpus.Cpu.Reset();
        }
        """,
        "static class Vcpus { public static readonly Cpu Cpu = new Cpu(); }");

    private const string Bag = """
        private sealed class Bag : IEnumerable<long>
        {
            public Cpu? Cpu;
            public int Length => 4;
            public long this[int index] => Cpu!.Pc;
            public Bag Slice(int start, int length) { Cpu!.Reset(); return this; }
            public void Add(long pc) => Vcpus.Cpu.Pc = pc;
            public void Add(string text) { }
            public IEnumerator<long> GetEnumerator() => throw new NotSupportedException();
            IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException();
        }

        private readonly Bag _bag = new Bag();
        """;

    private const string Vcpus = "static class Vcpus { public static readonly Cpu Cpu = new Cpu(); }";

    [Theory]
    [InlineData("_ = new Bag { {|NG1001:1L|} };")]
    [InlineData("Bag bag = [{|NG1001:1L|}];")]
    [InlineData("_ = {|NG1001:_bag[^1]|};")]
    [InlineData("_ = {|NG1001:_bag[1..]|};")]
    public Task CollectionsIndexesAndRangesCallMembers(string body) => EnteredRunning(body, Bag, Vcpus);

    [Theory]
    [InlineData("_ = new Bag { \"\" };")]
    [InlineData("_ = new Bag();")]
    [InlineData("_ = _bag.Length;")]
    [InlineData("long[] none = []; _ = none[^1..];")]
    public Task TheOnesThatTouchNothingAreFine(string body) => EnteredRunning(body, Bag, Vcpus);

    [Theory]
    [InlineData("(long pc, int id) = {|NG1001:_frame|};")]
    [InlineData("var (pc, id) = {|NG1001:_frame|};")]
    [InlineData("(_mode, _) = _quiet;")]
    [InlineData("foreach (var (pc, id) in {|NG1001:new List<Frame>()|}) { }")]
    public Task ADeconstructionCallsDeconstruct(string body) => EnteredRunning(
        body,
        """
        private Frame _frame => new Frame(_cpu);
        private Quiet _quiet => new Quiet();
        private sealed class Frame(Cpu cpu) { public void Deconstruct(out long pc, out int id) { pc = cpu.Pc; id = 0; } }
        private sealed class Quiet { public void Deconstruct(out int pc, out int id) { pc = 0; id = 0; } }
        """);

    [Theory]
    [InlineData("_ = {|NG1001:_frame with { Id = 1 }|};")]
    [InlineData("_ = _plain with { Id = 1 };")]
    [InlineData("_ = _plain with { {|NG1001:Pc|} = 1 };")]
    public Task AWithExpressionCopiesAndSets(string body) => EnteredRunning(
        body,
        """
        private Frame _frame => new Frame(_cpu);
        private Plain _plain => new Plain(_cpu);
        private record Frame(Cpu Cpu) { public int Id { get; init; } protected Frame(Frame other) { Cpu = other.Cpu; Cpu.Reset(); } }
        private record Plain(Cpu Cpu) { public int Id { get; init; } public long Pc { init => Cpu.Pc = value; } }
        """);

    [Fact]
    public Task ASpreadEnumerates() => EnteredRunning("long[] cells = [.. {|NG1001:_cells|}]; int[] quiet = [.. _quiet];", Cells);

    [Fact]
    public Task AnInlineArrayOfPlainValuesIsNoState() => EnteredRunning(
        "Block block = default; block[0] = 1; foreach (long cell in block) { Work(); } _ = block[^1];",
        "[InlineArray(4)] private struct Block { private long _first; }");
}

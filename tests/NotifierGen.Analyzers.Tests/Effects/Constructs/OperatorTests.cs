using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Operators and conversions in source are methods.</summary>
public sealed class OperatorTests
{
    private const string Word = """
        public readonly struct Word(Cpu cpu)
        {
            public readonly Cpu Cpu = cpu;
            public static Word operator +(Word left, Word right) { left.Cpu.Pc = 0; return left; }
            public static Word operator -(Word word) { word.Cpu.Pc = 0; return word; }
            public static Word operator ++(Word word) { word.Cpu.Pc = 0; return word; }
            public static Word operator *(Word left, Word right) => left;
            public static bool operator true(Word word) => word.Cpu.Halted;
            public static bool operator false(Word word) => word.Cpu.Halted;
            public static Word operator &(Word left, Word right) => left;
            public static bool operator ==(Word left, Word right) => left.Cpu.Pc == right.Cpu.Pc;
            public static bool operator !=(Word left, Word right) => false;
            public static implicit operator long(Word word) => word.Cpu.Pc;
            public static explicit operator Word(Cpu cpu) { cpu.Reset(); return new Word(cpu); }
            public static implicit operator string(Word word) => "";
            public override bool Equals(object? other) => false;
            public override int GetHashCode() => 0;
        }
        """;

    private const string Words = "private Word _left = default; private Word _right = default;";

    [Theory]
    [InlineData("_ = {|NG1001:_left + _right|};")]
    [InlineData("{|NG1001:_left += _right|};")]
    [InlineData("_ = {|NG1001:-_left|};")]
    [InlineData("{|NG1001:_left++|};")]
    [InlineData("_ = {|NG1001:_left == _right|};")]
    [InlineData("long value = {|NG1001:_left|};")]
    [InlineData("_ = {|NG1001:(Word)_cpu|};")]
    [InlineData("if ({|NG1001:_left|}) { }")]
    [InlineData("_ = {|NG1001:_left && _right|};")]
    public Task AnOperatorRunsItsBody(string body) => EnteredRunning(body, Words, Word);

    [Theory]
    [InlineData("_ = _left * _right;")]
    [InlineData("_left *= _right;")]
    [InlineData("_ = _left != _right;")]
    [InlineData("string text = _left;")]
    [InlineData("_ = _left & _right;")]
    [InlineData("_ = _left.Cpu;")]
    [InlineData("Word copy = _left;")]
    public Task AnotherOperatorIsAnother(string body) => EnteredRunning(body, Words, Word);

    [Fact]
    public Task ALiftedOperatorRunsTheSameBody() => EnteredRunning(
        "_ = {|NG1001:_maybe + _left|}; _ = _maybe * _left;",
        Words + " private Word? _maybe = null;",
        Word);
}

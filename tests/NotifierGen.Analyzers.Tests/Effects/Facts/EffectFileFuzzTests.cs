using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using NotifierGen.Analyzers.Effects.Facts;

namespace NotifierGen.Analyzers.Tests.Effects.Facts;

/// <summary>Whatever stands in an effect file, it is read or explained, and nothing throws.</summary>
public sealed class EffectFileFuzzTests
{
    private const int Files = 80;
    private const int LinesPerFile = 60;

    private const string Emulator = """
        namespace N
        {
            public class Marker : Attribute;
            public enum Mode { Halt, Run }
            public interface ICpu<T> { T Read<U>(U[] from, List<T>[,] to, ref int x); }
            public class Cpu<T> : ICpu<T>
            {
                public long Pc;
                public long this[int register, T key] { get => 0; set { } }
                public event Action Halted { add { } remove { } }
                T ICpu<T>.Read<U>(U[] from, List<T>[,] to, ref int x) => default;
                public void Reset(bool hard, Mode mode, Action then) { }
                public unsafe void Copy(int* from, delegate*<int, void> to, (int A, T B) pair, dynamic any) { }
                public static implicit operator int(Cpu<T> cpu) => 0;
                public class Nested<U> { public bool IsPaused => true; }
            }
        }
        """;

    private static readonly string[] s_good =
    [
        "vcpu-state F:N.Cpu`1.Pc",
        "vcpu-state P:N.Cpu`1.Item(System.Int32,`0)",
        "vcpu-state M:N.Cpu`1.set_Item(System.Int32,`0,System.Int64)",
        "vcpu-state T:N.Cpu`1",
        "vcpu-state-by-attribute T:N.Marker",
        "vcpu-safe E:N.Cpu`1.Halted",
        "resumes-vm M:N.Cpu`1.Reset(System.Boolean,N.Mode,System.Action) when=hard:true",
        "pauses-vm M:N.Cpu`1.Reset(System.Boolean,N.Mode,System.Action) when=mode:Halt",
        "invoked-in-place M:N.Cpu`1.Reset(System.Boolean,N.Mode,System.Action) # comment",
        "no-vm-effect M:N.Cpu`1.N#ICpu{T}#Read``1(``0[],System.Collections.Generic.List{`0}[0:,0:],System.Int32@)",
        "asserts-vm-stopped M:N.ICpu`1.Read``1(``0[],System.Collections.Generic.List{`0}[0:,0:],System.Int32@)~`0",
        "vm-stopped-when-true P:N.Cpu`1.Nested`1.IsPaused",
        "vm-stopped-when-false M:N.Cpu`1.Nested`1.get_IsPaused~System.Boolean",
        "no-vm-effect M:N.Cpu`1.Copy(System.Int32*,,System.ValueTuple{System.Int32,`0},System.Object)",
        "vcpu-state M:N.Cpu`1.op_Implicit(N.Cpu{`0})~System.Int32",
    ];

    private static readonly string[] s_pieces =
    [
        "(", ")", "{", "}", "[", "]", "`", "``", "`0", "``0", "`99999999999", "~", "@", "*", "^", "|", "#", ".", "..", ",", ":", "=", "0:", "+",
        "M:", "T:", "P:", "F:", "E:", "N:", "!:", "when=", "=FUNC:", "{}", "[0:,0:]", "System.Int32", " ", "\t", "\0", "\r", "\u2028", "\ud800", "é", "-", "9",
    ];

    [Fact]
    public void NoLineThrowsAndEachOneIsReadOrExplained()
    {
        int seed = int.Parse(Environment.GetEnvironmentVariable("NOTIFIERGEN_FUZZ_SEED") ?? "101", CultureInfo.InvariantCulture);
        Compilation compilation = FactsOf.Source(Emulator).Compilation;
        var random = new Random(seed);
        int explained = 0;
        for (int file = 0; file < Files; file++)
        {
            string text = string.Join('\n', Enumerable.Range(0, LinesPerFile).Select(_ => Mutate(s_good[random.Next(s_good.Length)], random)));
            EffectFile read = EffectFile.Read(new EffectFileText(text), TestContext.Current.CancellationToken)!;

            ImmutableArray<EffectMistake> mistakes = FileFacts.Resolve([read], compilation).Mistakes;

            Assert.True(mistakes.Length <= read.Lines.Length, $"seed {seed}, file {file}:\n{text}");
            Assert.All(mistakes, mistake => Assert.NotEmpty(mistake.ToDiagnostic().GetMessage(CultureInfo.InvariantCulture)));
            Assert.All(mistakes, mistake => Assert.Equal(mistake.Word.Text, new EffectFileText(text).GetText(TestContext.Current.CancellationToken).ToString(mistake.Word.Span)));
            explained += mistakes.Length;
        }

        // Neither all good nor all bad, or the mutations test nothing.
        Assert.InRange(explained, Files * LinesPerFile / 4, Files * LinesPerFile * 99 / 100);
    }

    [Fact]
    public void TheLinesThatAreMutatedAreGood() => Assert.Empty(FactsOf.Source(Emulator, string.Join('\n', s_good.Where((_, line) => line is not (10 or 12)))).Mistakes);

    [Theory]
    [InlineData('(')]
    [InlineData('{')]
    [InlineData('.')]
    [InlineData('`')]
    [InlineData('[')]
    [InlineData('#')]
    [InlineData('a')]
    [InlineData('\0')]
    public void ALineOfAMegabyteIsExplainedAtOnce(char letter)
    {
        FactsOf facts = FactsOf.Source(Emulator, $"vcpu-state M:N.Cpu`1.{new string(letter, 1 << 20)}\n{new string(letter, 1 << 20)}");

        Assert.All(facts.Facts.Mistakes, mistake => Assert.InRange(mistake.ToDiagnostic().GetMessage(CultureInfo.InvariantCulture).Length, 1, 1100));
        Assert.NotEmpty(facts.Mistakes);
    }

    [Theory]
    [InlineData("vcpu-state M:N.Cpu`1.Reset(", "A{", "A", "}", ")")]
    [InlineData("vcpu-state M:N.Cpu`1.Reset(", "=FUNC:System.Void(", "A", ")", ")")]
    [InlineData("vcpu-state M:N.Cpu`1.Reset(", "", "A", "[]", ")")]
    [InlineData("vcpu-state T:N", ".A", "", "", "")]
    public void DeepNestingIsExplained(string head, string open, string middle, string close, string tail)
    {
        foreach (int depth in (int[])[1, 30, 33, 500, 100_000])
        {
            string line = head + string.Concat(Enumerable.Repeat(open, depth)) + middle + string.Concat(Enumerable.Repeat(close, depth)) + tail;

            Assert.Single(FactsOf.Source(Emulator, line).Mistakes);
        }
    }

    private static string Mutate(string line, Random random)
    {
        for (int edits = random.Next(4); edits > 0; edits--)
        {
            int at = random.Next(line.Length + 1);
            int length = random.Next(Math.Min(8, line.Length - at) + 1);
            line = random.Next(5) switch
            {
                0 => line.Remove(at, length),
                1 => line[..at],
                2 => line.Insert(at, s_pieces[random.Next(s_pieces.Length)]),
                3 => line.Remove(at, length).Insert(at, s_pieces[random.Next(s_pieces.Length)]),
                _ => line.Insert(at, line.Substring(at, length)),
            };
        }

        return line;
    }
}

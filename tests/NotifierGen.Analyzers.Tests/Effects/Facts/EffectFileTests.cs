using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Analyzers.Effects.Facts;
using NotifierGen.Analyzers.Tests.Testing;

namespace NotifierGen.Analyzers.Tests.Effects.Facts;

/// <summary>What effect files say.</summary>
public sealed class EffectFileTests
{
    private const string Emulator = """
        namespace N;

        public class ImportAttribute : Attribute;
        public class ImportAttribute<T> : Attribute;

        public enum Mode { Halt, Run = 5 }

        public class Cpu
        {
            public long Pc;
            public bool Halted { get; set; }
            public event Action Stopped { add { } remove { } }
            public long GetRegister(int register) => 0;
            public T Read<T>(T[] from, List<T> to) => default;
            public Cpu() { }
            public Cpu(Machine machine) { }
            [Import] public Action Step;
            [Import] public void Flush() { }
            [Import<int>] public Action Reset;
            public string Name => "";
            public static implicit operator int(Cpu cpu) => 0;
            public static implicit operator long(Cpu cpu) => 0;
        }

        public class Bank<T> { public class Inner<U> { public U this[T key] => default; public V Get<V>(T one, U two, V three) => three; } }

        public class Machine
        {
            public void Start() { }
            public void Pause() { }
            public virtual void Toggle(bool pause, Mode mode, string text, byte level, int? maybe) { }
            public bool IsPaused { get; set; }
            public bool IsRunning() => true;
            public void AssertPaused() { }
            public void Locked(Action body, Func<int> other, int count) { }
            public void Log() { }
        }

        public class Board : Machine { public override void Toggle(bool stop, Mode mode, string text, byte level, int? maybe) { } }
        """;

    [Theory]
    [InlineData("vcpu-state F:N.Cpu.Pc", "F:N.Cpu.Pc", "VcpuState")]
    [InlineData("vcpu-state P:N.Cpu.Halted", "M:N.Cpu.set_Halted(System.Boolean)", "VcpuState")]
    [InlineData("vcpu-state M:N.Cpu.set_Halted(System.Boolean)", "M:N.Cpu.set_Halted(System.Boolean)", "VcpuState")]
    [InlineData("vcpu-state M:N.Cpu.set_Halted(System.Boolean)", "M:N.Cpu.get_Halted", "None")]
    [InlineData("vcpu-state E:N.Cpu.Stopped", "M:N.Cpu.add_Stopped(System.Action)", "VcpuState")]
    [InlineData("vcpu-state M:N.Cpu.GetRegister(System.Int32)", "M:N.Cpu.GetRegister(System.Int32)", "VcpuState")]
    [InlineData("vcpu-state M:N.Cpu.GetRegister(System.Int32)~System.Int64", "M:N.Cpu.GetRegister(System.Int32)", "VcpuState")]
    [InlineData("vcpu-state T:N.Cpu", "F:N.Cpu.Pc", "VcpuState")]
    [InlineData("vcpu-state T:N.Cpu\nvcpu-safe P:N.Cpu.Name", "M:N.Cpu.get_Name", "VcpuSafe")]
    [InlineData("vcpu-state-by-attribute T:N.ImportAttribute", "F:N.Cpu.Step", "VcpuState")]
    [InlineData("vcpu-state-by-attribute T:N.ImportAttribute", "M:N.Cpu.Flush", "VcpuState")]
    [InlineData("vcpu-state-by-attribute T:N.ImportAttribute", "F:N.Cpu.Pc", "None")]
    [InlineData("vcpu-state-by-attribute T:N.ImportAttribute", "F:N.Cpu.Reset", "None")]
    [InlineData("vcpu-state-by-attribute T:N.ImportAttribute`1", "F:N.Cpu.Reset", "VcpuState")]
    [InlineData("vcpu-state-by-attribute T:N.ImportAttribute\nvcpu-safe M:N.Cpu.Flush", "M:N.Cpu.Flush", "VcpuSafe")]
    [InlineData("resumes-vm M:N.Machine.Start", "M:N.Machine.Start", "ResumesVm")]
    [InlineData("resumes-vm M:N.Cpu.#ctor(N.Machine)", "M:N.Cpu.#ctor(N.Machine)", "ResumesVm")]
    [InlineData("resumes-vm M:N.Cpu.#ctor(N.Machine)", "M:N.Cpu.#ctor", "None")]
    [InlineData("pauses-vm M:N.Machine.Pause", "M:N.Machine.Pause", "PausesVm")]
    [InlineData("vm-stopped-when-true P:N.Machine.IsPaused", "M:N.Machine.get_IsPaused", "StoppedWhenTrue")]
    [InlineData("vm-stopped-when-false M:N.Machine.IsRunning", "M:N.Machine.IsRunning", "StoppedWhenFalse")]
    [InlineData("asserts-vm-stopped M:N.Machine.AssertPaused", "M:N.Machine.AssertPaused", "AssertsVmStopped")]
    [InlineData("no-vm-effect M:N.Machine.Log", "M:N.Machine.Log", "NoVmEffect")]
    [InlineData("vcpu-state M:N.Cpu.Read``1(``0[],System.Collections.Generic.List{``0})", "M:N.Cpu.Read``1(``0[],System.Collections.Generic.List{``0})", "VcpuState")]
    [InlineData("vcpu-state P:N.Bank`1.Inner`1.Item(`0)", "P:N.Bank`1.Inner`1.Item(`0)", "VcpuState")]
    [InlineData("vcpu-state M:N.Bank`1.Inner`1.Get``1(`0,`1,``0)", "M:N.Bank`1.Inner`1.Get``1(`0,`1,``0)", "VcpuState")]
    [InlineData("vcpu-state M:N.Cpu.op_Implicit(N.Cpu)~System.Int32", "M:N.Cpu.op_Implicit(N.Cpu)~System.Int32", "VcpuState")]
    [InlineData("vcpu-state M:N.Cpu.op_Implicit(N.Cpu)~System.Int32", "M:N.Cpu.op_Implicit(N.Cpu)~System.Int64", "None")]
    [InlineData("# a comment\n\n   \t\n  resumes-vm\t M:N.Machine.Start   # why", "M:N.Machine.Start", "ResumesVm")]
    [InlineData("resumes-vm M:N.Machine.Start\r\nresumes-vm M:N.Machine.Start\r\n", "M:N.Machine.Start", "ResumesVm")]
    public void EachVerbSaysItsFact(string file, string id, string effects)
    {
        FactsOf source = FactsOf.Source(Emulator, file);
        FactsOf metadata = FactsOf.Source("", file, Library.Compile("Emulators", Emulator));

        Assert.Empty(source.Mistakes);
        Assert.Empty(metadata.Mistakes);
        Assert.Equal(effects, source[id].ToString());
        Assert.Equal(effects, metadata[id].ToString());
    }

    [Fact]
    public void InvokedInPlaceHoldsForEveryDelegateParameter()
    {
        FactsOf facts = FactsOf.Source(Emulator, "invoked-in-place M:N.Machine.Locked(System.Action,System.Func{System.Int32},System.Int32)");
        ImmutableArray<IParameterSymbol> parameters = facts.Method("M:N.Machine.Locked(System.Action,System.Func{System.Int32},System.Int32)").Parameters;

        Assert.Empty(facts.Mistakes);
        Assert.Equal([true, true, false], parameters.Select(facts.Facts.IsInvokedInPlace));
    }

    [Theory]
    [InlineData("when=pause:true", 0, true)]
    [InlineData("when=pause:false", 0, false)]
    [InlineData("when=mode:Run", 1, 5)]
    [InlineData("when=mode:N.Mode.Run", 1, 5)]
    [InlineData("when=mode:7", 1, 7)]
    [InlineData("when=text:null", 2, null)]
    [InlineData("when=level:3", 3, (byte)3)]
    [InlineData("when=maybe:null", 4, null)]
    public void AConditionNamesAParameterAndAConstant(string when, int parameter, object? constant)
    {
        const string Toggle = "M:N.Machine.Toggle(System.Boolean,N.Mode,System.String,System.Byte,System.Nullable{System.Int32})";
        FactsOf facts = FactsOf.Source(Emulator, $"pauses-vm {Toggle} {when}");

        Assert.Empty(facts.Mistakes);
        Assert.Equal(MemberEffects.None, facts[Toggle]);
        Assert.Equal([new ConditionalEffect(parameter, constant, MemberEffects.PausesVm)], facts.Facts.Conditional(facts.Method(Toggle)));
        Assert.Equal(
            [new ConditionalEffect(parameter, constant, MemberEffects.PausesVm)],
            facts.Facts.Conditional(facts.Method(Toggle.Replace("Machine", "Board", StringComparison.Ordinal))));
        Assert.Empty(facts.Facts.Conditional(facts.Method("M:N.Machine.Start")));
    }

    [Fact]
    public void ALineOfAnExtensionHoldsForTheMemberThatCallsBindTo()
    {
        FactsOf facts = FactsOf.Source(
            """
            public static class Extensions
            {
                extension(string machine)
                {
                    public void Start(int vcpus) { }
                    public long Pc { get => 0; set { } }
                    public static void Halt() { }
                }

                extension<T>(List<T> machines) { public void StartAll(T first) { } }

                public static void Reset(this string machine) { }
            }
            """,
            """
            resumes-vm M:Extensions.Start(System.String,System.Int32)
            vcpu-state P:Extensions.Pc
            pauses-vm M:Extensions.Halt
            resumes-vm M:Extensions.StartAll``1(System.Collections.Generic.List{``0},``0)
            no-vm-effect M:Extensions.Reset(System.String)
            """);
        Dictionary<string, MemberEffects> declared = ((INamedTypeSymbol)facts.Symbol("T:Extensions"))
            .GetTypeMembers()
            .SelectMany(block => block.GetMembers())
            .ToDictionary(member => member.Name, facts.Facts.Of);

        Assert.Empty(facts.Mistakes);
        Assert.Equal(MemberEffects.ResumesVm, declared["Start"]);
        Assert.Equal(MemberEffects.VcpuState, declared["Pc"]);
        Assert.Equal(MemberEffects.VcpuState, declared["set_Pc"]);
        Assert.Equal(MemberEffects.PausesVm, declared["Halt"]);
        Assert.Equal(MemberEffects.ResumesVm, declared["StartAll"]);
        Assert.Equal(MemberEffects.NoVmEffect, facts["M:Extensions.Reset(System.String)"]);
    }

    [Theory]
    [InlineData("VmEffects.txt", true)]
    [InlineData("/src/vmeffects.TXT", true)]
    [InlineData(@"C:\src\VmEffects.Renode.txt", true)]
    [InlineData("VmEffects.a.b.txt", true)]
    [InlineData("VmEffects.md", false)]
    [InlineData("MyVmEffects.txt", false)]
    [InlineData("VmEffectstxt", false)]
    [InlineData("VmEffects.", false)]
    [InlineData("", false)]
    public void AnEffectFileIsKnownByItsName(string path, bool isOne) => Assert.Equal(isOne, EffectFile.IsNamed(path));

    [Fact]
    public void SeveralFilesAddUp()
    {
        FactsOf facts = FactsOf.Source(
            Emulator,
            [
                new EffectFileText("resumes-vm M:N.Machine.Start", "/src/VmEffects.txt"),
                new EffectFileText("vcpu-state F:N.Cpu.Pc", "/src/VmEffects.Cpu.txt"),
                new EffectFileText("pauses-vm M:N.Machine.Pause", "/src/Notes.txt"),
            ]);

        Assert.Equal(MemberEffects.ResumesVm, facts["M:N.Machine.Start"]);
        Assert.Equal(MemberEffects.VcpuState, facts["F:N.Cpu.Pc"]);
        Assert.Equal(MemberEffects.None, facts["M:N.Machine.Pause"]);
    }

    [Fact]
    public void AnalyzersShareTheFactsOfACompilation()
    {
        FactsOf facts = FactsOf.Source(Emulator, "resumes-vm M:N.Machine.Start");
        var again = new AnalyzerOptions([new EffectFileText("resumes-vm M:N.Machine.Start")]);
        var other = new AnalyzerOptions([new EffectFileText("resumes-vm M:N.Machine.Pause")]);
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;

        Assert.Same(facts.Facts, VmFacts.Of(facts.Compilation, facts.Options, cancellationToken));
        Assert.Same(facts.Facts, VmFacts.Of(facts.Compilation, again, cancellationToken));
        Assert.NotSame(facts.Facts, VmFacts.Of(facts.Compilation, other, cancellationToken));
        Assert.NotSame(facts.Facts, VmFacts.Of(facts.Compilation.Clone(), facts.Options, cancellationToken));
    }

    [Fact]
    public void TheVersionTellsNamesAndTextsApart()
    {
        static ulong Version(params AdditionalText[] files) => FactsOf.Source("", [.. files]).Facts.FilesVersion;

        Assert.Equal(0ul, Version());
        Assert.Equal(0ul, Version(new EffectFileText("x", "/src/Notes.txt")));
        Assert.Equal(Version(new EffectFileText("# a")), Version(new EffectFileText("# a")));
        Assert.Equal(
            Version(new EffectFileText("# a", "/VmEffects.1.txt"), new EffectFileText("# b", "/VmEffects.2.txt")),
            Version(new EffectFileText("# b", "/VmEffects.2.txt"), new EffectFileText("# a", "/VmEffects.1.txt")));
        Assert.Equal(
            5,
            new[]
            {
                Version(),
                Version(new EffectFileText("")),
                Version(new EffectFileText("# a")),
                Version(new EffectFileText("# b")),
                Version(new EffectFileText("# a", "/src/VmEffects.2.txt")),
            }.Distinct().Count());
    }

    [Fact]
    public void ManyThreadsGetTheSameAnswers()
    {
        const string File = "vcpu-state T:N.Cpu\nresumes-vm M:N.Machine.Start";
        string[] types = ["T:N.Cpu", "T:N.Machine", "T:N.Board"];
        FactsOf facts = FactsOf.Source(Emulator, File);
        ISymbol[] members = [.. types.SelectMany(id => ((INamedTypeSymbol)facts.Symbol(id)).GetMembers())];
        MemberEffects[] expected = [.. members.Select(facts.Facts.Of)];

        var otherFile = new AnalyzerOptions([new EffectFileText(File, "/src/VmEffects.Other.txt")]);
        VmFacts fresh = VmFacts.Of(facts.Compilation, otherFile, TestContext.Current.CancellationToken);
        Parallel.For(0, 64, round => Assert.Equal(expected, members.Select(fresh.Of)));
    }
}

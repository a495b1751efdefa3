using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using NotifierGen.Analyzers.Effects.Facts;
using NotifierGen.Analyzers.Tests.Testing;

namespace NotifierGen.Analyzers.Tests.Effects.Facts;

/// <summary>NG0101: a line of an effect file that says nothing.</summary>
public sealed class EffectFileAnalyzerTests
{
    private const string Emulator = """
        namespace N;

        public class Marker : Attribute;
        public delegate void Callback();
        public enum Mode { Halt, Run }

        public class Cpu
        {
            public const int Registers = 32;
            public long Pc;
            public long Sp { get; set; }
            public event Action Halted { add { } remove { } }
            public Cpu() { }
            static Cpu() { }
            [VcpuSafe] public int Id => 0;
            [ResumesVm] public void Step() { }
            [NoVmEffect] public void Log() { }
            public void Reset() { }
            public void Reset(bool hard) { }
            public void Set(int number, byte small, Mode mode, double ratio, string text) { }
            public bool IsIdle() => true;
            public class Nested;
        }

        public class Bank<T> { public void Clear() { } }
        """;

    /// <summary>A file, and what is wrong with it. Each text is the whole of what the user reads.</summary>
    public static TheoryData<string, string> Mistakes() => new()
    {
        // Verbs
        { "resume-vm M:N.Cpu.Reset", "1: 'resume-vm' is no verb; did you mean 'resumes-vm'?" },
        { "[VcpuState] T:N.Cpu", "1: '[VcpuState]' is no verb; did you mean 'vcpu-state'?" },
        { "VCPU_STATE T:N.Cpu", "1: 'VCPU_STATE' is no verb; did you mean 'vcpu-state'?" },
        { "frobnicate T:N.Cpu", "1: 'frobnicate' is no verb; the verbs are vcpu-state, vcpu-state-by-attribute, vcpu-safe, resumes-vm, pauses-vm, vm-stopped-when-true, vm-stopped-when-false, asserts-vm-stopped, invoked-in-place, no-vm-effect" },
        { "T:N.Cpu vcpu-state", "1: 'T:N.Cpu' is no verb; the verbs are vcpu-state, vcpu-state-by-attribute, vcpu-safe, resumes-vm, pauses-vm, vm-stopped-when-true, vm-stopped-when-false, asserts-vm-stopped, invoked-in-place, no-vm-effect" },

        // Words
        { "\n\nvcpu-state", "3: 'vcpu-state' of what? Add a documentation comment ID, for example 'M:Emulator.ICpu.Reset'" },
        { "vcpu-state-by-attribute", "1: 'vcpu-state-by-attribute' of what? Add a documentation comment ID, for example 'T:Emulator.ImportAttribute'" },
        { "vm-stopped-when-true # P:N.Cpu.Id", "1: 'vm-stopped-when-true' of what? Add a documentation comment ID, for example 'P:Emulator.IMachine.IsPaused'" },
        { "vcpu-state M:N.Cpu.Set(System.Int32, System.Byte) x y", "1: nothing may follow 'System.Byte)'; a comment starts with '#', and an ID has no blanks" },
        { "resumes-vm M:N.Cpu.Reset(System.Boolean) when=hard:true really", "1: nothing may follow 'when=hard:true'; a comment starts with '#', and an ID has no blanks" },

        // IDs
        { "vcpu-state N.Cpu.Pc", "1: 'N.Cpu.Pc' is no documentation comment ID; one starts with T:, F:, P:, E: or M:, for example 'M:Emulator.ICpu.Reset'" },
        { "vcpu-state N:System", "1: 'N:System' is no documentation comment ID; one starts with T:, F:, P:, E: or M:, for example 'M:Emulator.ICpu.Reset'" },
        { "vcpu-state M:N.Cpu.Set(System.Int32", "1: 'M:N.Cpu.Set(System.Int32' is no documentation comment ID; one starts with T:, F:, P:, E: or M:, for example 'M:Emulator.ICpu.Reset'" },
        { "vcpu-state F:Pc", "1: 'F:Pc' names a member without its type" },
        { "vcpu-state F:N.Cpu.Nothing", "1: 'N.Cpu' has no member 'F:Nothing'" },
        { "vcpu-state F:N.Cpu.pc", "1: 'N.Cpu' has no member 'F:pc'; did you mean 'F:N.Cpu.Pc'?" },
        { "vcpu-state F:N.Cpu.Sp", "1: 'N.Cpu' has no member 'F:Sp'; did you mean 'P:N.Cpu.Sp'?" },
        { "resumes-vm M:N.Cpu.Reset(System.Int32)", "1: 'N.Cpu' has no member 'M:Reset(System.Int32)'; did you mean 'M:N.Cpu.Reset' or 'M:N.Cpu.Reset(System.Boolean)'?" },
        { "resumes-vm M:N.Cpu.Rest", "1: 'N.Cpu' has no member 'M:Rest'; did you mean 'M:N.Cpu.Reset' or 'M:N.Cpu.Reset(System.Boolean)'?" },
        { "resumes-vm M:N.Cpu.Reset``1", "1: 'N.Cpu' has no member 'M:Reset``1'; did you mean 'M:N.Cpu.Reset' or 'M:N.Cpu.Reset(System.Boolean)'?" },
        { "resumes-vm M:N.Cpu.#ctor(System.Int32)", "1: 'N.Cpu' has no member 'M:#ctor(System.Int32)'; did you mean 'M:N.Cpu.#ctor'?" },
        { "vcpu-state T:N.Cup", "1: there is no type 'N.Cup' in this project and its references; did you mean 'N.Cpu'?" },
        { "vcpu-state T:N.Cpu+Nested", "1: there is no type 'N.Cpu+Nested' in this project and its references; a nested type is written with '.' and not with '+'" },
        { "resumes-vm M:N.Bank.Clear", "1: there is no type 'N.Bank' in this project and its references; did you mean 'N.Bank`1'?" },
        { "resumes-vm M:N.Bank{System.Int32}.Clear", "1: there is no type 'N.Bank{System.Int32}' in this project and its references" },
        { "resumes-vm M:Somewhere.Else.Machine.Start", "1: there is no type 'Somewhere.Else.Machine' in this project and its references" },

        // Verbs that do not fit
        { "resumes-vm F:N.Cpu.Pc", "1: 'resumes-vm' says something of a method or a constructor or a property, and 'Cpu.Pc' is a field" },
        { "pauses-vm T:N.Cpu", "1: 'pauses-vm' says something of a method or a constructor or a property, and 'Cpu' is a type" },
        { "no-vm-effect E:N.Cpu.Halted", "1: 'no-vm-effect' says something of a method or a constructor or a property, and 'Cpu.Halted' is an event" },
        { "vcpu-safe T:N.Cpu", "1: 'vcpu-safe' says something of a field or a property or an event or a method or a constructor, and 'Cpu' is a type" },
        { "vcpu-state M:N.Cpu.#ctor", "1: 'vcpu-state' says something of a type or a field or a property or an event or a method, and 'Cpu.Cpu()' is a constructor" },
        { "resumes-vm M:N.Cpu.#cctor", "1: 'resumes-vm' says something of a method or a constructor or a property, and 'Cpu.Cpu()' is a static constructor" },
        { "asserts-vm-stopped P:N.Cpu.Sp", "1: 'asserts-vm-stopped' says something of a method, and 'Cpu.Sp' is a property" },
        { "vcpu-state F:N.Cpu.Registers", "1: 'Cpu.Registers' is a constant, which no vCPU changes" },
        { "vcpu-state T:N.Mode", "1: 'Mode' is an enumeration, which has no state" },
        { "vcpu-state T:N.Callback", "1: 'Callback' is a delegate type, which has no state" },
        { "vm-stopped-when-true P:N.Cpu.Sp", "1: 'vm-stopped-when-true' needs a value of type bool, and 'Cpu.Sp' has type 'long'" },
        { "vm-stopped-when-false M:N.Cpu.Reset", "1: 'vm-stopped-when-false' needs a value of type bool, and 'Cpu.Reset()' has none" },
        { "invoked-in-place M:N.Cpu.Reset(System.Boolean)", "1: 'Cpu.Reset(bool)' takes no delegate" },
        { "vcpu-state-by-attribute T:N.Cpu", "1: 'vcpu-state-by-attribute' needs the class of an attribute, and 'Cpu' is a type" },
        { "vcpu-state-by-attribute P:N.Cpu.Sp", "1: 'vcpu-state-by-attribute' needs the class of an attribute, and 'Cpu.Sp' is a property" },

        // Conditions
        { "resumes-vm M:N.Cpu.Reset(System.Boolean) hard:true", "1: 'hard:true' is no condition; write 'when=parameter:constant', for example 'when=force:true'" },
        { "resumes-vm M:N.Cpu.Reset(System.Boolean) when=hard", "1: 'when=hard' is no condition; write 'when=parameter:constant', for example 'when=force:true'" },
        { "resumes-vm M:N.Cpu.Reset(System.Boolean) when=hard:", "1: 'when=hard:' is no condition; write 'when=parameter:constant', for example 'when=force:true'" },
        { "resumes-vm M:N.Cpu.Reset(System.Boolean) when=soft:true", "1: 'Reset' has no parameter 'soft'; it has 'hard'" },
        { "resumes-vm M:N.Cpu.Reset when=hard:true", "1: 'Reset' has no parameters, so it does always or never what the line says; remove 'when=hard:true'" },
        { "resumes-vm P:N.Cpu.Sp when=hard:true", "1: 'Sp' has no parameters, so it does always or never what the line says; remove 'when=hard:true'" },
        { "no-vm-effect M:N.Cpu.Reset(System.Boolean) when=hard:true", "1: 'no-vm-effect' holds always or never; remove 'when=hard:true'" },
        { "resumes-vm M:N.Cpu.Reset(System.Boolean) when=hard:1", "1: '1' is no value of 'hard' that can be compared; write true or false" },
        { "resumes-vm M:N.Cpu.Set(System.Int32,System.Byte,N.Mode,System.Double,System.String) when=number:one", "1: 'one' is no value of 'number' that can be compared; write an integer that fits into 'int'" },
        { "resumes-vm M:N.Cpu.Set(System.Int32,System.Byte,N.Mode,System.Double,System.String) when=small:256", "1: '256' is no value of 'small' that can be compared; write an integer that fits into 'byte'" },
        { "resumes-vm M:N.Cpu.Set(System.Int32,System.Byte,N.Mode,System.Double,System.String) when=mode:Rum", "1: 'Rum' is no value of 'mode' that can be compared; write a member of 'Mode'" },
        { "resumes-vm M:N.Cpu.Set(System.Int32,System.Byte,N.Mode,System.Double,System.String) when=ratio:1", "1: '1' is no value of 'ratio' that can be compared; parameters of type 'double' have no constants here" },
        { "resumes-vm M:N.Cpu.Set(System.Int32,System.Byte,N.Mode,System.Double,System.String) when=text:now", "1: 'now' is no value of 'text' that can be compared; write null, the only constant of its type that is known here" },

        // Contradictions
        { "vcpu-state F:N.Cpu.Pc\nvcpu-safe F:N.Cpu.Pc", "2: 'vcpu-safe' contradicts 'vcpu-state' of line 1, which holds; remove one of them" },
        { "resumes-vm M:N.Cpu.Reset\n\n# but\npauses-vm M:N.Cpu.Reset", "4: 'pauses-vm' contradicts 'resumes-vm' of line 1, which holds; remove one of them" },
        { "vm-stopped-when-true M:N.Cpu.IsIdle\nvm-stopped-when-false M:N.Cpu.IsIdle", "2: 'vm-stopped-when-false' contradicts 'vm-stopped-when-true' of line 1, which holds; remove one of them" },
        { "no-vm-effect M:N.Cpu.Reset\nvcpu-state M:N.Cpu.Reset", "2: 'vcpu-state' contradicts 'no-vm-effect' of line 1, which holds; remove one of them" },
        { "asserts-vm-stopped M:N.Cpu.Reset\nno-vm-effect M:N.Cpu.Reset", "2: 'no-vm-effect' contradicts 'asserts-vm-stopped' of line 1, which holds; remove one of them" },
        { "no-vm-effect M:N.Cpu.Reset(System.Boolean)\nresumes-vm M:N.Cpu.Reset(System.Boolean) when=hard:true", "2: 'resumes-vm' contradicts 'no-vm-effect' of line 1, which holds; remove one of them" },
        { "resumes-vm M:N.Cpu.Reset(System.Boolean) when=hard:true\npauses-vm M:N.Cpu.Reset(System.Boolean) when=hard:true", "2: 'pauses-vm' contradicts 'resumes-vm' of line 1, which holds; remove one of them" },
        { "vcpu-state P:N.Cpu.Id", "1: 'vcpu-state' contradicts [VcpuSafe] on 'Cpu.Id', which holds; remove one of them" },
        { "no-vm-effect M:N.Cpu.Step", "1: 'no-vm-effect' contradicts [ResumesVm] on 'Cpu.Step()', which holds; remove one of them" },
        { "vcpu-state M:N.Cpu.Log", "1: 'vcpu-state' contradicts [NoVmEffect] on 'Cpu.Log()', which holds; remove one of them" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void AMistakeIsExplained(string file, string explanation) =>
        Assert.Equal([explanation], FactsOf.Source(Emulator, file).Mistakes);

    [Theory]
    [InlineData("resumes-vm M:N.Cpu.Reset\nresumes-vm M:N.Cpu.Reset")]
    [InlineData("vcpu-state M:N.Cpu.Step\nresumes-vm M:N.Cpu.Step")]
    [InlineData("vcpu-safe M:N.Cpu.Reset\nno-vm-effect M:N.Cpu.Reset")]
    [InlineData("pauses-vm M:N.Cpu.Reset(System.Boolean)\nresumes-vm M:N.Cpu.Reset(System.Boolean) when=hard:true")]
    [InlineData("pauses-vm M:N.Cpu.Reset(System.Boolean) when=hard:false\nresumes-vm M:N.Cpu.Reset(System.Boolean) when=hard:true")]
    [InlineData("vcpu-state T:N.Cpu\nvcpu-safe F:N.Cpu.Pc")]
    [InlineData("vcpu-safe P:N.Cpu.Id")]
    [InlineData("vcpu-state P:N.Cpu.Sp\nvcpu-safe M:N.Cpu.get_Sp")]
    [InlineData("# nothing but comments\n\n")]
    public void WhatDoesNotContradictIsFine(string file) => Assert.Empty(FactsOf.Source(Emulator, file).Mistakes);

    [Fact]
    public void OfAContradictionTheFirstLineHolds()
    {
        FactsOf facts = FactsOf.Source(
            Emulator,
            [
                new EffectFileText("pauses-vm M:N.Cpu.Reset", "/src/VmEffects.txt"),
                new EffectFileText("resumes-vm M:N.Cpu.Reset\nvcpu-state P:N.Cpu.Id", "/src/VmEffects.Cpu.txt"),
            ]);

        Assert.Equal(MemberEffects.ResumesVm, facts["M:N.Cpu.Reset"]);
        Assert.Equal(MemberEffects.VcpuSafe, facts["P:N.Cpu.Id"]);
        Assert.Equal(
            [
                "2: 'vcpu-state' contradicts [VcpuSafe] on 'Cpu.Id', which holds; remove one of them",
                "1: 'pauses-vm' contradicts 'resumes-vm' of line 1 of VmEffects.Cpu.txt, which holds; remove one of them",
            ],
            facts.Mistakes);
    }

    [Fact]
    public async Task ItStandsAtTheWrongWordOfItsLine()
    {
        ImmutableArray<Diagnostic> reported = await ReportAsync("""
            # What the processor does
            vcpu-state F:N.Cpu.Pc
              resumes-vm  F:N.Cpu.Pc  # of course not
            vcpu-stat F:N.Cpu.Pc
            pauses-vm M:N.Cpu.Reset(System.Boolean) when=soft:true
            """);

        Assert.Equal(
            [
                "/src/VmEffects.txt: (2,14)-(2,24)",
                "/src/VmEffects.txt: (3,0)-(3,9)",
                "/src/VmEffects.txt: (4,40)-(4,54)",
            ],
            reported.Select(Place));
        Assert.All(reported, diagnostic => Assert.StartsWith("This line is not used: ", diagnostic.GetMessage(null), StringComparison.Ordinal));
        Assert.All(reported, diagnostic => Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity));
    }

    [Fact]
    public async Task OtherFilesAreNotRead()
    {
        Assert.Empty(await ReportAsync("This is no effect file.", "/src/Notes.txt"));
        Assert.Single(await ReportAsync("This is one.", "/src/VmEffects.Notes.txt"));
    }

    [Fact]
    public async Task AFileGivenTwiceIsReadOnce()
    {
        FactsOf facts = FactsOf.Source(Emulator, [new EffectFileText("nonsense"), new EffectFileText("nonsense")]);

        Assert.Single((await ReportAsync(facts)).Select(diagnostic => (Place(diagnostic), diagnostic.GetMessage(null))).Distinct());
        Assert.Single(facts.Mistakes);
    }

    [Fact]
    public async Task WithoutTheLibraryNothingIsReported()
    {
        var test = Rule<EffectFileAnalyzer>.Test("class Cpu;");
        test.TestState.Sources.RemoveAt(1);
        test.TestState.AdditionalReferences.RemoveAt(test.TestState.AdditionalReferences.Count - 1);
        test.TestState.AdditionalFiles.Add(("VmEffects.txt", "nonsense"));

        await Rule<EffectFileAnalyzer>.Run(test, []);
    }

    [Fact]
    public Task AnEditorconfigThatConcernsTheFileDoesNotReachItsDiagnostics() => Severity(
        "/.editorconfig",
        """
        root = true
        [*]
        dotnet_diagnostic.NG0101.severity = none
        """,
        new DiagnosticResult(Descriptors.EffectFileLine).WithSpan("/src/VmEffects.txt", 2, 1, 2, 9).WithArguments(Spelling.Explain("nonsense")));

    [Fact]
    public Task AGlobalConfigTurnsItOff() => Severity(
        "/.globalconfig",
        """
        is_global = true
        dotnet_diagnostic.NG0101.severity = none
        """);

    [Theory]
    [InlineData(ReportDiagnostic.Error, DiagnosticSeverity.Error)]
    [InlineData(ReportDiagnostic.Info, DiagnosticSeverity.Info)]
    public async Task TheProjectSetsItsSeverity(ReportDiagnostic option, DiagnosticSeverity severity)
    {
        FactsOf facts = FactsOf.Source(Emulator, "nonsense");
        Compilation compilation = facts.Compilation.WithOptions(
            facts.Compilation.Options.WithSpecificDiagnosticOptions([new KeyValuePair<string, ReportDiagnostic>("NG0101", option)]));

        ImmutableArray<Diagnostic> reported = await compilation
            .WithAnalyzers([new EffectFileAnalyzer()], facts.Options)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(severity, Assert.Single(reported).Severity);
    }

    // The first line would be a pragma in source; here it is a comment.
    private static Task Severity(string configName, string config, params DiagnosticResult[] expected)
    {
        var test = Rule<EffectFileAnalyzer>.Test("class Cpu;");
        test.TestState.AdditionalFiles.Add(("/src/VmEffects.txt", "#pragma warning disable NG0101\nnonsense"));
        test.TestState.AnalyzerConfigFiles.Add((configName, config));
        return Rule<EffectFileAnalyzer>.Run(test, expected);
    }

    private static Task<ImmutableArray<Diagnostic>> ReportAsync(string effects, string path = "/src/VmEffects.txt") =>
        ReportAsync(FactsOf.Source(Emulator, [new EffectFileText(effects, path)]));

    private static Task<ImmutableArray<Diagnostic>> ReportAsync(FactsOf facts) => facts.Compilation
        .WithAnalyzers([new EffectFileAnalyzer()], facts.Options)
        .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

    private static string Place(Diagnostic diagnostic)
    {
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        return $"{place.Path}: {place.Span}";
    }
}

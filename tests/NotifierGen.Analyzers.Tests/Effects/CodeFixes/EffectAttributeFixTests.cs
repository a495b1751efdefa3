using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Tests.Testing;
using NotifierGen.CodeFixes.Effects;

namespace NotifierGen.Analyzers.Tests.Effects.CodeFixes;

/// <summary>The fix of NG1011 and NG1012: the attribute that says it, where callers see it.</summary>
public sealed class EffectAttributeFixTests
{
    [Fact]
    public Task APublicMemberGetsWhatItLacks() => Mends(
        """
        public class Part(Machine machine, Cpu cpu)
        {
            /// <summary>Back to the reset vector.</summary>
            public void {|NG1011:Rewind|}() => cpu.Pc = 0;

            [Obsolete] // Kept.
            public void {|NG1011:Go|}() => machine.Start();

            public void {|NG1011:Halt|}() => machine.Stop();

            public long {|NG1011:Pc|}
            {
                get => cpu.Pc;
                set => cpu.Pc = value;
            }

            public class Inner(Cpu cpu) { public void {|NG1011:Rewind|}() => cpu.Pc = 0; }
        }
        """,
        """
        public class Part(Machine machine, Cpu cpu)
        {
            /// <summary>Back to the reset vector.</summary>
            [VcpuState]
            public void Rewind() => cpu.Pc = 0;

            [ResumesVm]
            [Obsolete] // Kept.
            public void Go() => machine.Start();

            [PausesVm]
            public void Halt() => machine.Stop();

            [VcpuState]
            public long Pc
            {
                get => cpu.Pc;
                set => cpu.Pc = value;
            }

            public class Inner(Cpu cpu) { [VcpuState] public void Rewind() => cpu.Pc = 0; }
        }
        """);

    [Fact]
    public Task TwoThingsAreSaidByTwoAttributes() => Mends(
        """
        public class Part(Machine machine, Cpu cpu)
        {
            public void {|NG1011:{|NG1011:Restart|}|}()
            {
                cpu.Pc = 0;
                machine.Start();
            }
        }
        """,
        """
        public class Part(Machine machine, Cpu cpu)
        {
            [ResumesVm]
            [VcpuState]
            public void Restart()
            {
                cpu.Pc = 0;
                machine.Start();
            }
        }
        """);

    [Fact]
    public Task TheOverriddenMemberSaysItAndSaysItOnce() => Mends(
        """
        public abstract class Core
        {
            [VcpuState]
            public abstract void Step();
        }

        public sealed class Fast(Machine machine) : Core
        {
            public override void {|NG1012:Step|}() => machine.Start();
        }

        public sealed class Slow(Machine machine) : Core
        {
            public override void {|NG1012:Step|}() => machine.Start();
        }
        """,
        """
        public abstract class Core
        {
            [ResumesVm]
            [VcpuState]
            public abstract void Step();
        }

        public sealed class Fast(Machine machine) : Core
        {
            public override void Step() => machine.Start();
        }

        public sealed class Slow(Machine machine) : Core
        {
            public override void Step() => machine.Start();
        }
        """,
        isOneByOne: true);

    [Fact]
    public Task TheOverriddenMemberMayBeInAnotherFile()
    {
        Fix<EffectContractAnalyzer, EffectAttributeCodeFix>.CodeFixTest test = Test(
            "public sealed class Fast(Machine machine) : Core { public override void {|NG1012:Step|}() => machine.Start(); }",
            "public sealed class Fast(Machine machine) : Core { public override void Step() => machine.Start(); }");
        test.TestState.Sources.Add(("Core.cs", "public abstract class Core\n{\n    [VcpuState]\n    public abstract void Step();\n}\n"));
        test.FixedState.Sources.Add(("Core.cs", "public abstract class Core\n{\n    [ResumesVm]\n    [VcpuState]\n    public abstract void Step();\n}\n"));
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("[NoVmEffect]")]
    [InlineData("[VcpuSafe]")]
    public Task APromiseOfTheOppositeIsForTheAuthorToTakeBack(string promise)
    {
        string source = $$"""
            public abstract class Core { {{promise}} public abstract void Step(); }

            public sealed class Fast(Cpu cpu) : Core { public override void {|NG1012:Step|}() => cpu.Pc = 0; }
            """;
        return Mends(source, source);
    }

    [Fact]
    public Task AMemberOfAReferencedAssemblyCannotBeAnnotated()
    {
        const string Source = """
            public sealed class Emulator(Cpu cpu, Machine machine) : IVirtualMachine
            {
                public bool IsRunning => false;
                [ResumesVm] public void Start() { }
                public void {|NG1012:Stop|}() => cpu.Pc = machine.GetHashCode();
            }
            """;
        return Mends(Source, Source);
    }

    private static Task Mends(string source, string mended, bool isOneByOne = false)
    {
        Fix<EffectContractAnalyzer, EffectAttributeCodeFix>.CodeFixTest test = Test(source, mended);

        // The fix of one diagnostic may mend another one too.
        test.NumberOfIncrementalIterations = isOneByOne ? 1 : null;
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static Fix<EffectContractAnalyzer, EffectAttributeCodeFix>.CodeFixTest Test(string source, string mended)
    {
        Fix<EffectContractAnalyzer, EffectAttributeCodeFix>.CodeFixTest test =
            Fix<EffectContractAnalyzer, EffectAttributeCodeFix>.Test("using Board;\n\n" + source, "using Board;\n\n" + mended);
        foreach (Microsoft.CodeAnalysis.Testing.SolutionState state in (Microsoft.CodeAnalysis.Testing.SolutionState[])[test.TestState, test.FixedState])
        {
            state.Sources.Add(("Board.cs", HandlerTest.Board));
        }

        return test;
    }
}

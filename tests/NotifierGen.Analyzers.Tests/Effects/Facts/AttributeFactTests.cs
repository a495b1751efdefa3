using NotifierGen.Analyzers.Effects.Facts;
using NotifierGen.Analyzers.Tests.Testing;

namespace NotifierGen.Analyzers.Tests.Effects.Facts;

/// <summary>What the runtime library's attributes say, in source and in metadata.</summary>
public sealed class AttributeFactTests
{
    private const string Machine = """
        namespace N;

        public class Machine
        {
            [VcpuState] public long Clock;
            [VcpuState] public long Pc { get; set; }
            [VcpuState] public event Action Halted;
            [VcpuState] public void Step() => Halted();
            [VcpuSafe] public string Name => "";
            [ResumesVm] public void Start() { }
            [PausesVm] public void Stop() { }
            [AssertsVmStopped] public void Check() { }
            [NoVmEffect] public void Log() { }
            [VmStoppedWhen(true)] public bool IsPaused => true;
            [VmStoppedWhen(false)] public bool IsRunning => false;
            [ResumesVm] public Machine(int vcpus) { }
            public Machine() { }
            public void Other() { }
        }
        """;

    [Theory]
    [InlineData("F:N.Machine.Clock", "VcpuState")]
    [InlineData("P:N.Machine.Pc", "VcpuState")]
    [InlineData("M:N.Machine.get_Pc", "VcpuState")]
    [InlineData("M:N.Machine.set_Pc(System.Int64)", "VcpuState")]
    [InlineData("E:N.Machine.Halted", "VcpuState")]
    [InlineData("M:N.Machine.add_Halted(System.Action)", "VcpuState")]
    [InlineData("M:N.Machine.remove_Halted(System.Action)", "VcpuState")]
    [InlineData("M:N.Machine.Step", "VcpuState")]
    [InlineData("P:N.Machine.Name", "VcpuSafe")]
    [InlineData("M:N.Machine.Start", "ResumesVm")]
    [InlineData("M:N.Machine.Stop", "PausesVm")]
    [InlineData("M:N.Machine.Check", "AssertsVmStopped")]
    [InlineData("M:N.Machine.Log", "NoVmEffect")]
    [InlineData("P:N.Machine.IsPaused", "StoppedWhenTrue")]
    [InlineData("M:N.Machine.get_IsPaused", "StoppedWhenTrue")]
    [InlineData("P:N.Machine.IsRunning", "StoppedWhenFalse")]
    [InlineData("M:N.Machine.#ctor(System.Int32)", "ResumesVm")]
    [InlineData("M:N.Machine.#ctor", "None")]
    [InlineData("M:N.Machine.Other", "None")]
    [InlineData("M:System.Console.WriteLine", "None")]
    public void EachAttributeSaysItsFactInSourceAndInMetadata(string id, string effects)
    {
        Assert.Equal(effects, FactsOf.Source(Machine)[id].ToString());
        Assert.Equal(effects, FactsOf.Source("", null, Library.Compile("Machines", Machine))[id].ToString());
    }

    [Fact]
    public void OnlyTheAttributesOfTheLibraryCount()
    {
        FactsOf facts = FactsOf.Source("""
            namespace Other
            {
                class VcpuStateAttribute : Attribute;
                class Outer { public class ResumesVmAttribute : Attribute; }
                class Cpu
                {
                    [Other.VcpuState] public long Pc;
                    [Outer.ResumesVm] public void Start() { }
                }
            }
            """);

        Assert.Equal(MemberEffects.None, facts["F:Other.Cpu.Pc"]);
        Assert.Equal(MemberEffects.None, facts["M:Other.Cpu.Start"]);
    }

    [Fact]
    public void OnlyTheGetterTellsWhetherTheVmIsStopped()
    {
        FactsOf facts = FactsOf.Source("class Machine { [VmStoppedWhen(true)] public bool IsPaused { get; set; } }");

        Assert.Equal(MemberEffects.StoppedWhenTrue, facts["M:Machine.get_IsPaused"]);
        Assert.Equal(MemberEffects.None, facts["M:Machine.set_IsPaused(System.Boolean)"]);
    }

    [Fact]
    public void AnAccessorAddsToItsProperty()
    {
        FactsOf facts = FactsOf.Source("""
            class Machine
            {
                public bool Running { get; [ResumesVm] set; }
                [VcpuState] public long Pc { [VcpuSafe] get; set; }
            }
            """);

        Assert.Equal(MemberEffects.None, facts["P:Machine.Running"]);
        Assert.Equal(MemberEffects.None, facts["M:Machine.get_Running"]);
        Assert.Equal(MemberEffects.ResumesVm, facts["M:Machine.set_Running(System.Boolean)"]);
        Assert.Equal(MemberEffects.VcpuSafe, facts["M:Machine.get_Pc"]);
        Assert.Equal(MemberEffects.VcpuState, facts["M:Machine.set_Pc(System.Int64)"]);
        Assert.Equal(MemberEffects.None, facts.Facts.Written(facts.Symbol("M:Machine.set_Pc(System.Int64)")));
    }

    [Fact]
    public void BothPartsOfAPartialMemberCarryWhatIsWrittenOnEither()
    {
        FactsOf facts = FactsOf.Source(
            """
            partial class Machine
            {
                [ResumesVm] public partial void Start();
                public partial void Start() { }
                public partial void Stop();
                [PausesVm] public partial void Stop() { }
                public partial long Pc { get; set; }
                public partial long Pc { get => 0; set { } }
            }
            """,
            "vcpu-state P:Machine.Pc");
        var start = facts.Method("M:Machine.Start");
        var pc = (Microsoft.CodeAnalysis.IPropertySymbol)facts.Symbol("P:Machine.Pc");

        Assert.Equal(MemberEffects.ResumesVm, facts.Facts.Of(start));
        Assert.Equal(MemberEffects.ResumesVm, facts.Facts.Of(start.PartialImplementationPart!));
        Assert.Equal(MemberEffects.PausesVm, facts["M:Machine.Stop"]);
        Assert.Equal(MemberEffects.VcpuState, facts.Facts.Of(pc.PartialImplementationPart!));
        Assert.Equal(MemberEffects.VcpuState, facts.Facts.Of(pc.PartialImplementationPart!.SetMethod!));
    }

    [Fact]
    public void ConstructedMembersHaveTheFactsOfTheirDefinition()
    {
        FactsOf facts = FactsOf.Source("""
            class Bank<T> { [VcpuState] public T Value; [ResumesVm] public void Start<U>() { } }
            static class Extensions { [PausesVm] public static void Halt(this string machine) { } }
            class Use { Bank<int> bank; }
            """);
        var bank = (Microsoft.CodeAnalysis.INamedTypeSymbol)((Microsoft.CodeAnalysis.IFieldSymbol)facts.Symbol("F:Use.bank")).Type;

        Assert.Equal(MemberEffects.VcpuState, facts.Facts.Of(bank.GetMembers("Value").Single()));
        Assert.Equal(
            MemberEffects.ResumesVm,
            facts.Facts.Of(((Microsoft.CodeAnalysis.IMethodSymbol)bank.GetMembers("Start").Single()).Construct(bank)));
        Assert.Equal(
            MemberEffects.PausesVm,
            facts.Facts.Of(facts.Method("M:Extensions.Halt(System.String)").ReduceExtensionMethod(facts.Compilation.GetSpecialType(Microsoft.CodeAnalysis.SpecialType.System_String))!));
    }

    [Fact]
    public void ParametersCarryFacts()
    {
        FactsOf facts = FactsOf.Source("""
            interface IBus { void Write([VcpuState] ref long register, long other); }
            class Bus : IBus { public void Write(ref long register, long other) { } }
            class Locks
            {
                public virtual void Run([InvokedInPlace] Action now, Action later) { }
            }
            class SlowLocks : Locks { public override void Run(Action now, Action later) { } }
            """);
        var write = facts.Method("M:Bus.Write(System.Int64@,System.Int64)");
        var run = facts.Method("M:SlowLocks.Run(System.Action,System.Action)");

        Assert.True(facts.Facts.IsVcpuState(write.Parameters[0]));
        Assert.False(facts.Facts.IsVcpuState(write.Parameters[1]));
        Assert.False(facts.Facts.IsInvokedInPlace(write.Parameters[0]));
        Assert.True(facts.Facts.IsInvokedInPlace(run.Parameters[0]));
        Assert.False(facts.Facts.IsInvokedInPlace(run.Parameters[1]));
    }
}

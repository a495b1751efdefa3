using Microsoft.CodeAnalysis;
using NotifierGen.Analyzers.Effects.Facts;
using NotifierGen.Analyzers.Tests.Testing;

namespace NotifierGen.Analyzers.Tests.Effects.Facts;

/// <summary>[VcpuState] on a type.</summary>
public sealed class TypeStateTests
{
    private const string Hart = """
        [VcpuState]
        public class Hart
        {
            public const int Registers = 32;
            public static int Count;
            public long Pc;
            public long Sp { get; set; }
            public long this[int register] => 0;
            public event Action Halted;
            public void Step() => Halted();
            public Hart() { }
            static Hart() { }
            ~Hart() { }
            public static Hart operator +(Hart left, int right) => left;
            public static bool operator true(Hart hart) => true;
            public static bool operator false(Hart hart) => false;
            public static implicit operator Hart(int value) => new Hart();
            public static implicit operator int(Hart value) => 0;
            [VcpuSafe] public int Id { get; }
            [NoVmEffect] public void Log() { }
            public class Nested { public int Value; }
        }

        public class Derived : Hart { public long More; }
        """;

    [Theory]
    [InlineData("F:Hart.Registers", "None")]
    [InlineData("F:Hart.Count", "VcpuState")]
    [InlineData("F:Hart.Pc", "VcpuState")]
    [InlineData("P:Hart.Sp", "VcpuState")]
    [InlineData("M:Hart.set_Sp(System.Int64)", "VcpuState")]
    [InlineData("P:Hart.Item(System.Int32)", "VcpuState")]
    [InlineData("E:Hart.Halted", "VcpuState")]
    [InlineData("M:Hart.remove_Halted(System.Action)", "VcpuState")]
    [InlineData("M:Hart.Step", "VcpuState")]
    [InlineData("M:Hart.#ctor", "None")]
    [InlineData("M:Hart.Finalize", "None")]
    [InlineData("M:Hart.op_Addition(Hart,System.Int32)", "None")]
    [InlineData("M:Hart.op_True(Hart)", "VcpuState")]
    [InlineData("M:Hart.op_Implicit(System.Int32)~Hart", "None")]
    [InlineData("M:Hart.op_Implicit(Hart)~System.Int32", "VcpuState")]
    [InlineData("P:Hart.Id", "VcpuSafe")]
    [InlineData("M:Hart.get_Id", "VcpuSafe")]
    [InlineData("M:Hart.Log", "NoVmEffect")]
    [InlineData("F:Hart.Nested.Value", "None")]
    [InlineData("F:Derived.More", "None")]
    public void EveryMemberThatHoldsStateIsState(string id, string effects)
    {
        FactsOf attribute = FactsOf.Source(Hart);
        FactsOf metadata = FactsOf.Source("", null, Library.Compile("Harts", Hart));
        FactsOf file = FactsOf.Source(Hart.Replace("[VcpuState]", "", StringComparison.Ordinal), "vcpu-state T:Hart");

        Assert.All([attribute, metadata, file], facts => Assert.Equal(effects, facts[id].ToString()));
    }

    [Fact]
    public void TheOriginIsTheType()
    {
        FactsOf facts = FactsOf.Source(Hart);

        Assert.Equal("T:Hart", facts.Origin("F:Hart.Pc"));
        Assert.Equal("T:Hart", facts.Origin("M:Hart.set_Sp(System.Int64)"));
        Assert.Equal("P:Hart.Id", facts.Origin("M:Hart.get_Id"));
        Assert.Null(facts.Origin("M:Hart.#ctor"));
    }

    [Fact]
    public void OverridesAndImplementationsOfItsMembersAreStateToo()
    {
        FactsOf facts = FactsOf.Source("""
            [VcpuState] interface ICpu { void Step(); [VcpuSafe] int Id { get; } }
            [VcpuState] class Hart : ICpu { public virtual void Step() { } public int Id => 0; public virtual void Reset() { } }
            class Fast : Hart { public override void Step() { } public override void Reset() { } }
            class Plain : ICpu { void ICpu.Step() { } int ICpu.Id => 0; }
            """);

        Assert.Equal(MemberEffects.VcpuState, facts["M:Fast.Step"]);
        Assert.Equal(MemberEffects.VcpuState, facts["M:Fast.Reset"]);
        Assert.Equal("T:Hart", facts.Origin("M:Fast.Reset"));
        Assert.Equal(MemberEffects.VcpuState, facts["M:Plain.ICpu#Step"]);

        // What the interface says of this member is more than what the type says of all of its members.
        Assert.Equal(MemberEffects.VcpuSafe, facts["P:Hart.Id"]);
    }

    [Fact]
    public void TheBackingFieldIsItsProperty()
    {
        FactsOf facts = FactsOf.Source("[VcpuState] class Hart { [VcpuSafe] public int Id { get; set; } public long Pc { get; set; } }");
        var fields = ((INamedTypeSymbol)facts.Symbol("T:Hart")).GetMembers().OfType<IFieldSymbol>().ToDictionary(field => field.AssociatedSymbol!.Name, facts.Facts.Of);

        Assert.Equal(MemberEffects.VcpuSafe, fields["Id"]);
        Assert.Equal(MemberEffects.VcpuState, fields["Pc"]);
    }

    [Fact]
    public void ExtensionBlocksBelongToTheirClass()
    {
        FactsOf facts = FactsOf.Source("[VcpuState] static class HartExtensions { extension(string hart) { public void Reset() { } public int Id => 0; } }");

        Assert.All(((INamedTypeSymbol)facts.Symbol("T:HartExtensions")).GetTypeMembers().Single().GetMembers(), member =>
            Assert.Equal(MemberEffects.VcpuState, facts.Facts.Of(member)));
    }
}

using NotifierGen.Analyzers.Effects.Facts;
using NotifierGen.Analyzers.Tests.Testing;

namespace NotifierGen.Analyzers.Tests.Effects.Facts;

/// <summary>Facts of overridden and implemented members, and of types.</summary>
public sealed class InheritanceTests
{
    private const string Interfaces = """
        namespace N;

        public interface ICpu
        {
            [VcpuState] long Pc { get; set; }
            [VcpuSafe] string Name { get; }
            [VcpuState] long this[int register] { get; }
            [VcpuState] event Action Halted;
            [ResumesVm] void Start();
            [NoVmEffect] void Log();
        }

        public interface IClock<T> { [VcpuState] T Read(); void Other(); }
        """;

    private const string Implementations = """
        namespace M;

        public class Base : N.ICpu
        {
            public virtual long Pc { get; set; }
            public string Name => "";
            public long this[int register] => 0;
            public event Action Halted { add { } remove { } }
            public virtual void Start() { }
            public void Log() { }
        }

        public class Derived : Base { public override long Pc { get => 0; set { } } public override void Start() { } public new void Log() { } }
        public sealed class Last : Derived { public override void Start() { } }

        public class Explicit : N.ICpu
        {
            long N.ICpu.Pc { get; set; }
            string N.ICpu.Name => "";
            long N.ICpu.this[int register] => 0;
            event Action N.ICpu.Halted { add { } remove { } }
            void N.ICpu.Start() { }
            void N.ICpu.Log() { }
            public void Start() { }
        }

        public class Clock : N.IClock<int> { public int Read() => 0; public int Read(int unit) => 0; public void Other() { } }
        public interface IFastClock : N.IClock<long> { long N.IClock<long>.Read() => 0; }
        """;

    [Theory]
    [InlineData("P:M.Base.Pc", "VcpuState", "P:N.ICpu.Pc")]
    [InlineData("M:M.Base.set_Pc(System.Int64)", "VcpuState", "P:N.ICpu.Pc")]
    [InlineData("P:M.Derived.Pc", "VcpuState", "P:N.ICpu.Pc")]
    [InlineData("M:M.Derived.get_Pc", "VcpuState", "P:N.ICpu.Pc")]
    [InlineData("P:M.Base.Name", "VcpuSafe", "P:N.ICpu.Name")]
    [InlineData("P:M.Base.Item(System.Int32)", "VcpuState", "P:N.ICpu.Item(System.Int32)")]
    [InlineData("E:M.Base.Halted", "VcpuState", "E:N.ICpu.Halted")]
    [InlineData("M:M.Base.add_Halted(System.Action)", "VcpuState", "E:N.ICpu.Halted")]
    [InlineData("M:M.Base.Start", "ResumesVm", "M:N.ICpu.Start")]
    [InlineData("M:M.Last.Start", "ResumesVm", "M:N.ICpu.Start")]
    [InlineData("M:M.Base.Log", "None", null)]
    [InlineData("M:M.Derived.Log", "None", null)]
    [InlineData("P:M.Explicit.N#ICpu#Pc", "VcpuState", "P:N.ICpu.Pc")]
    [InlineData("M:M.Explicit.N#ICpu#get_Pc", "VcpuState", "P:N.ICpu.Pc")]
    [InlineData("P:M.Explicit.N#ICpu#Name", "VcpuSafe", "P:N.ICpu.Name")]
    [InlineData("E:M.Explicit.N#ICpu#Halted", "VcpuState", "E:N.ICpu.Halted")]
    [InlineData("M:M.Explicit.N#ICpu#Start", "ResumesVm", "M:N.ICpu.Start")]
    [InlineData("M:M.Explicit.Start", "None", null)]
    [InlineData("M:M.Clock.Read", "VcpuState", "M:N.IClock`1.Read")]
    [InlineData("M:M.Clock.Read(System.Int32)", "None", null)]
    [InlineData("M:M.Clock.Other", "None", null)]
    [InlineData("M:M.IFastClock.N#IClock{System#Int64}#Read", "VcpuState", "M:N.IClock`1.Read")]
    public void OverridesAndImplementationsInheritInSourceAndAcrossAssemblies(string id, string effects, string? origin)
    {
        var interfaces = Library.Compile("Interfaces", Interfaces);
        FactsOf[] ways =
        [
            FactsOf.Source($"{Interfaces}{Implementations.Replace("namespace M;", "}namespace M {", StringComparison.Ordinal)}}}".Replace("namespace N;", "namespace N {", StringComparison.Ordinal)),
            FactsOf.Source(Implementations, null, interfaces),
            FactsOf.Source("", null, interfaces, Library.Compile("Implementations", Implementations, interfaces)),
        ];

        Assert.All(ways, facts => Assert.Equal(effects, facts[id].ToString()));
        Assert.All(ways, facts => Assert.Equal(origin, facts.Origin(id)));
    }

    [Fact]
    public void NoVmEffectHoldsOnlyWhereItIsWrittenAndEndsWhatIsInherited()
    {
        FactsOf facts = FactsOf.Source("""
            class Machine { [ResumesVm] public virtual void Start() { } [NoVmEffect] public virtual void Log() { } }
            class Dummy : Machine { [NoVmEffect] public override void Start() { } public override void Log() { } }
            class Other : Dummy { public override void Start() { } }
            """);

        Assert.Equal(MemberEffects.NoVmEffect, facts["M:Dummy.Start"]);
        Assert.Equal(MemberEffects.NoVmEffect, facts["M:Machine.Log"]);
        Assert.Equal(MemberEffects.None, facts["M:Dummy.Log"]);
        Assert.Equal(MemberEffects.None, facts["M:Other.Start"]);
    }

    [Fact]
    public void WhatIsWrittenNearerBeatsItsContradictionFartherAway()
    {
        FactsOf facts = FactsOf.Source("""
            class Cpu
            {
                [VcpuState] public virtual long Id => 0;
                [VcpuSafe] public virtual long Pc => 0;
                [ResumesVm] public virtual void Toggle() { }
                [VmStoppedWhen(true)] public virtual bool Idle => true;
                [ResumesVm] public virtual void Run() { }
            }
            class Hart : Cpu
            {
                [VcpuSafe] public override long Id => 1;
                [VcpuState] public override long Pc => 1;
                [PausesVm] public override void Toggle() { }
                [VmStoppedWhen(false)] public override bool Idle => false;
                [VcpuState] public override void Run() { }
            }
            """);

        Assert.Equal(MemberEffects.VcpuSafe, facts["P:Hart.Id"]);
        Assert.Equal(MemberEffects.VcpuSafe, facts["M:Hart.get_Id"]);
        Assert.Equal(MemberEffects.VcpuState, facts["M:Hart.get_Pc"]);
        Assert.Equal(MemberEffects.PausesVm, facts["M:Hart.Toggle"]);
        Assert.Equal(MemberEffects.StoppedWhenFalse, facts["M:Hart.get_Idle"]);
        Assert.Equal(MemberEffects.VcpuState | MemberEffects.ResumesVm, facts["M:Hart.Run"]);
        Assert.Equal("M:Hart.Run", facts.Origin("M:Hart.Run"));
    }

    [Fact]
    public void OfTwoInterfacesTheMoreCarefulOneHolds()
    {
        FactsOf facts = FactsOf.Source("""
            interface IOne { [VcpuSafe] long Pc { get; } [PausesVm] void Toggle(); }
            interface ITwo { [VcpuState] long Pc { get; } [ResumesVm] void Toggle(); }
            class Cpu : IOne, ITwo { public long Pc => 0; public void Toggle() { } }
            """);

        Assert.Equal(MemberEffects.VcpuState, facts["P:Cpu.Pc"]);
        Assert.Equal("P:ITwo.Pc", facts.Origin("P:Cpu.Pc"));
        Assert.Equal(MemberEffects.ResumesVm, facts["M:Cpu.Toggle"]);
    }

    [Fact]
    public void AnAccessorInheritsTheFactsOfTheAccessorThatItOverrides()
    {
        FactsOf facts = FactsOf.Source("""
            class Machine { public virtual bool Running { get; [ResumesVm] set; } [VcpuState] public virtual long Time { [VcpuSafe] get; set; } }
            class Board : Machine { public override bool Running { get; set; } public override long Time { get; set; } }
            class Odd : Machine { [VcpuState] public override long Time { get; set; } }
            interface ISwitch { bool On { get; [PausesVm] set; } }
            class Switch : ISwitch { public bool On { get; set; } }
            """);

        Assert.Equal(MemberEffects.ResumesVm, facts["M:Board.set_Running(System.Boolean)"]);
        Assert.Equal(MemberEffects.None, facts["M:Board.get_Running"]);
        Assert.Equal(MemberEffects.VcpuSafe, facts["M:Board.get_Time"]);
        Assert.Equal(MemberEffects.VcpuState, facts["M:Board.set_Time(System.Int64)"]);
        Assert.Equal(MemberEffects.VcpuState, facts["M:Odd.get_Time"]);
        Assert.Equal(MemberEffects.PausesVm, facts["M:Switch.set_On(System.Boolean)"]);
    }

    [Fact]
    public void StaticAbstractMembersAreInherited()
    {
        FactsOf facts = FactsOf.Source("""
            interface ICpu<TSelf> where TSelf : ICpu<TSelf> { [VcpuState] static abstract long Pc(); [VcpuState] static abstract int operator +(TSelf left, int right); }
            class Cpu : ICpu<Cpu> { public static long Pc() => 0; public static int operator +(Cpu left, int right) => 0; }
            """);

        Assert.Equal(MemberEffects.VcpuState, facts["M:Cpu.Pc"]);
        Assert.Equal(MemberEffects.VcpuState, facts["M:Cpu.op_Addition(Cpu,System.Int32)"]);
    }
}

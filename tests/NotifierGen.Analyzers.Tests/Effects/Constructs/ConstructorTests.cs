using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Constructors run the initialisers of their type, the base's constructor and their own body.</summary>
public sealed class ConstructorTests
{
    private const string Vcpus = """
        static class Vcpus
        {
            public static readonly Cpu Cpu = new Cpu();
            public static readonly Machine Machine = new Machine();
        }

        class ByBody { public ByBody() => Vcpus.Cpu.Reset(); public ByBody(int id) { } public ByBody(bool chained) : this() { } }
        class ByField { private readonly long _pc = Vcpus.Cpu.Pc; public long Get() => _pc; }
        class ByProperty { public long Pc { get; } = Vcpus.Cpu.Pc; }
        class ByBase : ByBody { }
        class ByQuietBase() : ByBody(1);
        class ByExplicitBase : ByBody { public ByExplicitBase(int id) : base() { } public ByExplicitBase() : base(1) { } }
        class ByArgument(long pc) { public long Pc => pc; }
        class ByBaseArgument() : ByArgument(Vcpus.Cpu.Pc);
        record ByRecord(int Id) { public long Pc { get; } = Vcpus.Cpu.Pc; }
        struct ByStruct { public long Pc = Vcpus.Cpu.Pc; public ByStruct() { } }
        class Outer { private readonly ByBody _body = new ByBody(); public ByBody Get() => _body; }
        class Quiet { private readonly int _id = Vcpus.Cpu.Id; public int Get() => _id; }
        class ByLambda { private readonly Func<long> _read = () => Vcpus.Cpu.Pc; public Func<long> Get() => _read; }
        """;

    [Theory]
    [InlineData("_ = {|NG1001:new ByBody()|};")]
    [InlineData("_ = {|NG1001:new ByBody(true)|};")]
    [InlineData("_ = {|NG1001:new ByField()|};")]
    [InlineData("_ = {|NG1001:new ByProperty()|};")]
    [InlineData("_ = {|NG1001:new ByBase()|};")]
    [InlineData("_ = {|NG1001:new ByExplicitBase(1)|};")]
    [InlineData("_ = {|NG1001:new ByBaseArgument()|};")]
    [InlineData("_ = {|NG1001:new ByRecord(1)|};")]
    [InlineData("_ = {|NG1001:new ByStruct()|};")]
    [InlineData("_ = {|NG1001:new Outer()|};")]
    [InlineData("ByBody body = {|NG1001:new()|};")]
    [InlineData("_ = new ByArgument({|NG1001:_cpu.Pc|});")]
    public Task AConstructorRunsAllThatBelongsToIt(string body) => EnteredRunning(body, types: Vcpus);

    [Theory]
    [InlineData("_ = new ByBody(1);")]
    [InlineData("_ = new ByQuietBase();")]
    [InlineData("_ = new ByExplicitBase();")]
    [InlineData("_ = new ByArgument(1);")]
    [InlineData("_ = default(ByStruct);")]
    [InlineData("_ = new Quiet();")]
    [InlineData("_ = new ByBody[4];")]
    public Task AnotherConstructorIsAnother(string body) => EnteredRunning(body, types: Vcpus);

    [Fact]
    public Task AnInitialiserRunsBeforeTheBody() => EnteredStopped(
        "_ = new InTime();",
        types: Vcpus + " class InTime { public long Pc = Vcpus.Cpu.Pc; public InTime() => Vcpus.Machine.Start(); }");

    [Fact]
    public Task AnInitialiserRunsBeforeTheBasesConstructor() => EnteredStopped(
        "_ = new InTime();",
        types: Vcpus + " class Starting { public Starting() => Vcpus.Machine.Start(); } class InTime : Starting { public long Pc = Vcpus.Cpu.Pc; }");

    [Fact]
    public Task TheBasesConstructorRunsBeforeTheBody() => EnteredStopped(
        "_ = {|NG1001:new TooLate()|};",
        types: Vcpus + " class Starting { public Starting() => Vcpus.Machine.Start(); } class TooLate : Starting { public TooLate() => Vcpus.Cpu.Reset(); }");

    [Fact]
    public Task InitialisersOfOneConstructorChainRunOnce() => EnteredStopped(
        "_ = new Chained(1);",
        types: Vcpus + " class Chained { public long Pc = Vcpus.Cpu.Pc; public Chained() => Vcpus.Machine.Start(); public Chained(int id) : this() { } }");

    [Fact]
    public Task AFactoryMethodRunsTheConstructor() => EnteredRunning(
        "_ = {|NG1001:Make()|};", "private static object Make() => new ByBody();", Vcpus);

    /// <summary>When they run nobody knows; assumption A4 of the rule's page.</summary>
    [Theory]
    [InlineData("_ = new Finalised();")]
    [InlineData("_ = new Statically();")]
    [InlineData("_ = StaticField.Pc;")]
    public Task FinalizersAndStaticInitialisersAreExcluded(string body)
    {
        var test = Of(
            "Failed, Phase.AfterVmStart",
            body,
            types: Vcpus + """
                class Finalised { ~Finalised() => Vcpus.Cpu.Reset(); }
                class Statically { static Statically() => Vcpus.Cpu.Reset(); }
                static class StaticField { public static long Pc = Vcpus.Cpu.Pc; }
                """);

        // That they touch may be told, as undecided.
        test.DisabledDiagnostics.Add("NG1099");
        return Run(test);
    }
}

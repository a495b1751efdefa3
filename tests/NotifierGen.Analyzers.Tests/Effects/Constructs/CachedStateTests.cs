using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Fields that keep a vCPU or a value of it, and statics: only the members that are marked are state.</summary>
public sealed class CachedStateTests
{
    private const string Fields = """
        private Cpu? _first;
        private long _savedPc;
        private long _saved { get; set; }
        private readonly List<Cpu> _all = new List<Cpu>();
        private static readonly Cpu s_cpu = new Cpu();
        [ThreadStatic] private static Cpu? t_cpu;
        private (Cpu Cpu, long Pc) _pair;
        """;

    [Theory]
    [InlineData("_first = _cpu;")]
    [InlineData("_all.Add(_cpu);")]
    [InlineData("Cpu cpu = _all[0]; _first = cpu;")]
    [InlineData("_pair = (_cpu, 0);")]
    [InlineData("t_cpu = s_cpu;")]
    [InlineData("_ = _all.Count; _ = _first == s_cpu;")]
    [InlineData("if (_first is { } first) { _all.Remove(first); }")]
    public Task CopyingAReferenceIsFree(string body) => EnteredRunning(body, Fields);

    [Theory]
    [InlineData("_first = _cpu; {|NG1001:_first.Pc|} = 0;")]
    [InlineData("_ = {|NG1001:_all[0].Pc|};")]
    [InlineData("_first?{|NG1001:.Reset()|};")]
    [InlineData("foreach (Cpu cpu in _all) { {|NG1001:cpu.Reset()|}; }")]
    [InlineData("{|NG1001:_pair.Cpu.Pc|} = 0;")]
    [InlineData("{|NG1001:s_cpu.Pc|} = 0;")]
    [InlineData("{|NG1001:t_cpu!.Pc|} = 0;")]
    public Task UsingItIsNot(string body) => EnteredRunning(body, Fields);

    [Theory]
    [InlineData("_savedPc = _cpu.Pc; _machine.Start(); _mode = (int)_savedPc;")]
    [InlineData("_saved = _cpu.Pc; _machine.Start(); _savedPc = _saved;")]
    [InlineData("long pc = _cpu.Pc; _machine.Start(); _savedPc = pc;")]
    [InlineData("_pair = (_cpu, _cpu.Pc); _machine.Start(); _savedPc = _pair.Pc;")]
    public Task AValueThatWasSavedIsNoState(string body) => EnteredStopped(body, Fields);

    [Theory]
    [InlineData("_machine.Start(); _savedPc = {|NG1001:_cpu.Pc|};")]
    [InlineData("_cpu.Pc = _savedPc; _machine.Start(); {|NG1001:_cpu.Pc|} = _savedPc;")]
    public Task SavingItTooLateIsATouch(string body) => EnteredStopped(body, Fields);

    [Fact]
    public Task AStaticMethodAndAStaticFieldOfStateAreFollowed() => EnteredRunning(
        "{|NG1001:Vcpus.Zero()|}; _ = {|NG1001:Vcpus.Current|}; _ = Vcpus.Count;",
        types: "static class Vcpus { [VcpuState] public static long Current; public static int Count; public static void Zero() => Current = 0; }");
}

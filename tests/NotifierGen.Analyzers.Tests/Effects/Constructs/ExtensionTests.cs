using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Extension methods and members are the static methods that they stand for.</summary>
public sealed class ExtensionTests
{
    private const string Extensions = """
        public static class CpuExtensions
        {
            public static void Zero(this Cpu cpu) => cpu.Pc = 0;
            public static int Number(this Cpu cpu) => cpu.Id;
            public static void StartAll(this Machine machine) => machine.Start();
            [PausesVm] public static void HaltAll(this Machine machine) { }
            [VcpuState] public static void Poke(this Cpu cpu) { }
            public static void Add(this List<int> list, Cpu cpu) => cpu.Pc = 0;
            public static void Deconstruct(this Cpu cpu, out long pc, out int id) { pc = cpu.Pc; id = cpu.Id; }
            public static IEnumerator<long> GetEnumerator(this Cpu cpu) { yield return cpu.Pc; }

            extension(Cpu cpu)
            {
                public long Counter { get => cpu.Pc; set { } }
                public int Index => cpu.Id;
                public void Clear() => cpu.Pc = 0;
                public static void ClearAll(Cpu other) => other.Pc = 0;
            }
        }
        """;

    [Theory]
    [InlineData("{|NG1001:_cpu.Zero()|};")]
    [InlineData("{|NG1001:CpuExtensions.Zero(_cpu)|};")]
    [InlineData("{|NG1001:_cpu.Poke()|};")]
    [InlineData("_ = {|NG1001:_cpu.Counter|};")]
    [InlineData("{|NG1001:_cpu.Clear()|};")]
    [InlineData("{|NG1001:Cpu.ClearAll(_cpu)|};")]
    [InlineData("_ = new List<int> { {|NG1001:_cpu|} };")]
    [InlineData("(long pc, int id) = {|NG1001:_cpu|};")]
    [InlineData("foreach (long pc in {|NG1001:_cpu|}) { }")]
    [InlineData("Action zero = _cpu.Zero; {|NG1001:zero()|};")]
    public Task AnExtensionRunsItsBody(string body) => EnteredRunning(body, types: Extensions);

    [Theory]
    [InlineData("_ = _cpu.Number();")]
    [InlineData("_cpu.Counter = 1;")]
    [InlineData("_ = _cpu.Index;")]
    [InlineData("_machine.HaltAll(); _cpu.Zero();")]
    public Task AnotherExtensionIsAnother(string body) => EnteredRunning(body, types: Extensions);

    [Fact]
    public Task AnExtensionThatResumesResumes() => EnteredStopped("_cpu.Zero(); _machine.StartAll(); {|NG1001:_cpu.Zero()|};", types: Extensions);
}

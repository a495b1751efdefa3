using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>dynamic, reflection, function pointers and native code: said where a vCPU is handed to them, else without an effect.</summary>
public sealed class UnanalysableTests
{
    private const string Members = """
        private static object s_any = new object();
        [DllImport("core")] private static extern void step(int id);
        [DllImport("core")] private static extern void stepCpu([MarshalAs(UnmanagedType.IUnknown)] Cpu cpu);
        [DllImport("core"), VcpuState] private static extern void stepNow(int id);
        [DllImport("core"), NoVmEffect] private static extern void name([MarshalAs(UnmanagedType.IUnknown)] Cpu cpu);
        private static void Zero(Cpu cpu) => cpu.Pc = 0;
        private static void Plain(int id) { }
        """;

    [Theory]
    [InlineData("dynamic any = _mode; any.Reset(1);")]
    [InlineData("typeof(string).GetProperty(\"Length\")!.GetValue(\"\");")]
    [InlineData("step(_cpu.Id);")]
    [InlineData("name(_cpu);")]
    [InlineData("unsafe { delegate*<int, void> plain = &Plain; plain(1); }")]
    [InlineData("_ = Activator.CreateInstance(typeof(string));")]
    [InlineData("Console.WriteLine(_cpu.Id);")]
    public Task WithoutAVcpuTheyHaveNoEffect(string body) => EnteredRunning(body, Members);

    [Theory]
    [InlineData("dynamic cpu = _cpu; {|NG1099:cpu.Reset()|};")]
    [InlineData("{|NG1099:typeof(Cpu).GetProperty(\"Pc\")!.SetValue(_cpu, 1L)|};")]
    [InlineData("{|NG1099:typeof(Cpu).GetMethod(\"Reset\")!.Invoke(_cpu, null)|};")]
    [InlineData("{|NG1099:stepCpu(_cpu)|};")]
    [InlineData("unsafe { delegate*<Cpu, void> zero = &Zero; {|NG1099:zero(_cpu)|}; }")]
    public Task WithAVcpuItIsSaid(string body) => EnteredRunning(body, Members);

    [Fact]
    public Task AFactAboutNativeCodeCounts() => EnteredRunning("{|NG1001:stepNow(1)|};", Members);

    [Theory]
    [InlineData("_machine.Start(); throw new InvalidOperationException();")]
    [InlineData("if (_cpu.Halted) { throw new InvalidOperationException(); } _machine.Start();")]
    public Task TheStateInWhichAnExceptionLeavesTheHandlerDoesNotMatter(string body) => EnteredStopped(body, Members);
}

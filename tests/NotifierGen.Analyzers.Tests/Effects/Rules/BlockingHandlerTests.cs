using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Tests.Testing;
using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Rules;

/// <summary>NG1007: a handler of Failed that blocks before the VM starts. What blocks is tested operation by operation (BlockingCallsTests).</summary>
public sealed class BlockingHandlerTests
{
    private const string Members = """
        private Action? _later;
        private Task _task = Task.CompletedTask;
        private readonly SemaphoreSlim _gate = new SemaphoreSlim(0);
        private void Sleep() => Thread.Sleep(10);
        private void SleepDeeper() => Sleep();
        private async Task SleepAsync() { await Task.Yield(); Thread.Sleep(10); }
        private async Task DelayAsync() => await Task.Delay(10);
        private static void Each(List<int> list, Action<int> action) { foreach (int item in list) { action(item); } }
        """;

    private static Task Holds(string attribute, string body) => Run(Project("using System.IO;\nusing System.Threading;\nusing Board;\n\n" + Device(attribute, body, Members)));

    [Theory]
    [InlineData("Failed")]
    [InlineData("Failed, Phase.BeforeVmStart")]
    [InlineData("Failed, RequiresStoppedVm = true")]
    public Task WhatBlocksLengthensTheDowntime(string attribute) => Holds(attribute, "{|NG1007:Thread.Sleep(10)|};");

    [Theory]
    [InlineData("Failed, Phase.AfterVmStart")]
    [InlineData("Setup")]
    public Task WhileTheGuestRunsItMay(string attribute) => Holds(attribute, "Thread.Sleep(10); Sleep();");

    [Theory]
    [InlineData("{|NG1007:_task.Wait()|};")]
    [InlineData("{|NG1007:_gate.Wait()|};")]
    [InlineData("_ = {|NG1007:File.ReadAllText(\"state\")|};")]
    [InlineData("using var file = {|NG1007:new FileStream(\"state\", FileMode.Open)|};")]
    [InlineData("_ = {|NG1007:Console.ReadLine()|};")]
    [InlineData("{|NG1007:Sleep()|};")]
    [InlineData("{|NG1007:SleepDeeper()|};")]
    [InlineData("{|NG1007:DelayAsync().Wait()|};")]
    [InlineData("_ = {|NG1007:Task.Run(() => 1).Result|};")]
    [InlineData("if (_busy) { {|NG1007:Thread.Sleep(1)|}; } else { {|NG1007:Thread.Sleep(2)|}; }")]
    [InlineData("{|NG1007:Each(new List<int>(), n => Thread.Sleep(n))|};")]
    [InlineData("Action sleep = Sleep; {|NG1007:sleep()|};")]
    [InlineData("using (_machine.Pause()) { {|NG1007:Thread.Sleep(1)|}; }")]
    public Task HoweverItBlocks(string body) => Holds("Failed, RequiresStoppedVm = true", body);

    [Theory]
    [InlineData("Thread.Sleep(0);")]
    [InlineData("lock (_gate) { Console.WriteLine(); }")]
    [InlineData("Task.CompletedTask.Wait();")]
    [InlineData("Task.Run(() => Thread.Sleep(10));")]
    [InlineData("_later = Sleep;")]
    [InlineData("_ = SleepAsync();")]
    [InlineData("_ = DelayAsync();")]
    [InlineData("if (_task.IsCompleted) { _task.Wait(); }")]
    [InlineData("Parallel.For(0, 4, _ => { });")]
    [InlineData("if (false) { Thread.Sleep(10); }")]
    public Task WhatDoesNotBlockIsFine(string body) => Holds("Failed, RequiresStoppedVm = true", body);

    [Fact]
    public Task APragmaSuppressesIt() => Holds("Failed", """
        #pragma warning disable NG1007
                Thread.Sleep(10);
        #pragma warning restore NG1007
        """);

    [Fact]
    public Task AnEditorconfigTurnsItOff()
    {
        Rule<VcpuStateAnalyzer>.AnalyzerTest test = Project("using System.Threading;\nusing Board;\n\n" + Device("Failed", "Thread.Sleep(10);"));
        test.TestState.AnalyzerConfigFiles.Add(DeviceProject.Severity("NG1007", "none"));
        return Run(test);
    }
}

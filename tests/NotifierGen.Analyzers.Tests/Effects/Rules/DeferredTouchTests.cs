using Microsoft.CodeAnalysis;
using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Tests.Testing;
using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Rules;

/// <summary>NG1003 in every event, and with what is not known of libraries. What defers is the subject of the tests of constructs.</summary>
public sealed class DeferredTouchTests
{
    [Theory]
    [InlineData("Setup")]
    [InlineData("PostcopyStart")]
    [InlineData("Done")]
    [InlineData("Failed")]
    [InlineData("Failed, RequiresStoppedVm = true")]
    [InlineData("Failed, Phase.AfterVmStart")]
    [InlineData("Reclaimed")]
    [InlineData("IncomingSetup")]
    [InlineData("IncomingDone")]
    [InlineData("IncomingFailed")]
    public Task CodeThatRunsLaterRunsWhenTheVcpusMayRun(string attribute) =>
        Run(Of(attribute, "_later = {|NG1003:() => _cpu.Pc = 0|}; _later = () => { using (_machine.Pause()) { _cpu.Pc = 0; } };", "private Action? _later;"));

    [Fact]
    public Task AGuardOfTheContextDoesNotReachThatFar() => EnteredUnknown(
        "if (context.VcpusStopped) { _later = {|NG1003:() => _cpu.Pc = 0|}; }", "private Action? _later;");

    private static MetadataReference Scheduling() => Library.Compile("Scheduling", """
        namespace Scheduling;

        public static class Scheduler
        {
            public static void Run(Action action) => action();
            public static void RunNow([InvokedInPlace] Action action) => action();
            public static void Log(string text) { }
        }
        """);

    [Fact]
    public async Task AnUnknownLibraryMayCallItNowOrLater()
    {
        Rule<VcpuStateAnalyzer>.AnalyzerTest test = Of(
            "Failed, RequiresStoppedVm = true",
            """
            Scheduling.Scheduler.Run({|NG1003:() => _cpu.Pc = 0|});
            Scheduling.Scheduler.RunNow(() => _cpu.Pc = 0);
            Scheduling.Scheduler.Log("");
            Scheduling.Scheduler.Run(Work);
            """);
        test.TestState.AdditionalReferences.Add(Scheduling());
        await Run(test);
    }

    [Fact]
    public async Task WhatAnUnknownLibraryMayResumeMayBeResumed()
    {
        Rule<VcpuStateAnalyzer>.AnalyzerTest test = Of(
            "Failed, RequiresStoppedVm = true",
            "Scheduling.Scheduler.Run(_machine.Start); {|NG1001:_cpu.Pc|} = 0;");
        test.TestState.AdditionalReferences.Add(Scheduling());
        await Run(test);
    }

    [Fact]
    public Task TwoThatAreLeftBehindAreTwo() => EnteredStopped(
        "_later = {|NG1003:() => _cpu.Pc = 0|}; _later += {|NG1003:() => _cpu.Flags = 0|};", "private Action? _later;");
}

using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Rules;

/// <summary>NG1002, and what MigrationContext tells: whether the vCPUs stand was true when the handler was called, and no longer.</summary>
public sealed class ContextGuardTests
{
    private const string Members = """
        private static bool IsSafe(in MigrationContext context) => context.VcpusStopped;
        private static bool IsSafeByBlock(in MigrationContext context) { return context.VcpusStopped && context.VmWillStart; }
        private void ZeroIfStopped(in MigrationContext context) { if (context.VcpusStopped) { _cpu.Pc = 0; } }
        private void Zero() => _cpu.Pc = 0;
        """;

    [Theory]
    [InlineData("if (context.VcpusStopped) { _cpu.Pc = 0; }")]
    [InlineData("if (context.VmWillStart) { _cpu.Pc = 0; }")]
    [InlineData("if (!context.VcpusStopped) { return; } _cpu.Pc = 0;")]
    [InlineData("if (context.VcpusStopped && _busy) { Zero(); }")]
    [InlineData("if (context.VmWillStart || context.VcpusStopped) { _cpu.Pc = 0; }")]
    [InlineData("if (context.VcpusStopped == true) { _cpu.Pc = 0; }")]
    [InlineData("if (context is { VcpusStopped: true }) { _cpu.Pc = 0; }")]
    [InlineData("bool stopped = context.VcpusStopped; Work(); if (stopped) { _cpu.Pc = 0; }")]
    [InlineData("if (IsSafe(in context)) { _cpu.Pc = 0; }")]
    [InlineData("if (IsSafeByBlock(context)) { _cpu.Pc = 0; }")]
    [InlineData("ZeroIfStopped(context);")]
    [InlineData("_ = context.VcpusStopped ? _cpu.Pc : 0;")]
    [InlineData("if (_machine.IsPaused) { _cpu.Pc = 0; }")]
    [InlineData("_machine.Stop(); _cpu.Pc = 0;")]
    [InlineData("_machine.AssertPaused(); _cpu.Pc = 0;")]
    [InlineData("using (_machine.Pause()) { _cpu.Pc = 0; }")]
    [InlineData("if (context.VcpusStopped) { using (_machine.Pause()) { } _cpu.Pc = 0; }")]
    [InlineData("if (context is not { VcpusStopped: true }) { return; } _cpu.Pc = 0;")]
    [InlineData("if (context is { VcpusStopped: true, Mode: MigrationMode.Normal }) { _cpu.Pc = 0; }")]
    [InlineData("switch (context.VcpusStopped) { case true: _cpu.Pc = 0; break; default: Work(); break; }")]
    [InlineData("MigrationContext copy = context; if (copy.VcpusStopped) { _cpu.Pc = 0; }")]
    public Task ATestOfTheContextIsAGuard(string body) => EnteredUnknown(body, Members);

    [Theory]
    [InlineData("{|NG1002:_cpu.Pc|} = 0;")]
    [InlineData("_ = {|NG1002:_cpu.Pc|};")]
    [InlineData("{|NG1002:Zero()|};")]
    [InlineData("if (context.VcpusStopped) { } else { {|NG1002:_cpu.Pc|} = 0; }")]
    [InlineData("if (context.VcpusStopped) { } {|NG1002:_cpu.Pc|} = 0;")]
    [InlineData("if (!context.VmWillStart) { {|NG1002:_cpu.Pc|} = 0; }")]
    [InlineData("if (context.VcpusStopped || _busy) { {|NG1002:_cpu.Pc|} = 0; }")]
    [InlineData("if (context.VmStarted) { {|NG1002:_cpu.Pc|} = 0; }")]
    [InlineData("if (context.Mode == MigrationMode.Normal) { {|NG1002:_cpu.Pc|} = 0; }")]
    [InlineData("if (context.Failure is not null) { {|NG1002:_cpu.Pc|} = 0; }")]
    [InlineData("using (_machine.Pause()) { } {|NG1002:_cpu.Pc|} = 0;")]
    [InlineData("bool stopped = context.VcpusStopped; stopped = true; if (stopped) { {|NG1002:_cpu.Pc|} = 0; }")]
    [InlineData("if (context is not { VcpusStopped: true }) { {|NG1002:_cpu.Pc|} = 0; }")]
    [InlineData("if (context is { VcpusStopped: true } or { Mode: MigrationMode.Normal }) { {|NG1002:_cpu.Pc|} = 0; }")]
    [InlineData("switch (context.VcpusStopped) { case true: break; default: {|NG1002:_cpu.Pc|} = 0; break; }")]
    public Task WithoutAGuardTheVmMayNeverHaveBeenStopped(string body) => EnteredUnknown(body, Members);

    [Theory]
    [InlineData("_machine.Start(); if (context.VcpusStopped) { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("if (context.VcpusStopped) { _machine.Start(); {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("bool stopped = context.VcpusStopped; _machine.Start(); if (stopped) { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("_machine.Start(); {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("if (context.VmWillStart) { StartNow(); {|NG1001:Zero()|}; }")]
    public Task TheContextSaysNothingOfAResumeSince(string body) => EnteredUnknown(body, Members);

    [Theory]
    [InlineData("_machine.Start(); if (_machine.IsPaused) { _cpu.Pc = 0; }")]
    [InlineData("if (context.VcpusStopped) { _cpu.Pc = 0; _machine.Start(); }")]
    public Task TheMachineDoes(string body) => EnteredUnknown(body, Members);

    [Theory]
    [InlineData("if (context.VcpusStopped) { _cpu.Pc = 0; }")]
    [InlineData("if (!context.VcpusStopped) { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("if (!context.VmStarted) { {|NG1001:_cpu.Pc|} = 0; }")]
    public Task AfterTheStartTheContextTellsToo(string body) => EnteredRunning(body, Members);

    [Theory]
    [InlineData("if (context.VcpusStopped) { _cpu.Pc = 0; } else { {|NG1010:_cpu.Pc|} = 0; }")]
    [InlineData("_machine.Stop(); _cpu.Pc = 0;")]
    public Task InSetupTheContextTellsToo(string body) => Run(Of("Setup", body));
}

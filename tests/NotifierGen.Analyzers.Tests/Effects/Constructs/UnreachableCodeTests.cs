using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Only what the compiler takes for reachable and active code counts.</summary>
public sealed class UnreachableCodeTests
{
    [Theory]
    [InlineData("return; _cpu.Pc = 0;")]
    [InlineData("if (false) { _cpu.Pc = 0; }")]
    [InlineData("const bool Never = false; if (Never) { _cpu.Pc = 0; }")]
    [InlineData("while (true) { Work(); } _cpu.Pc = 0;")]
    [InlineData("throw new InvalidOperationException(); _cpu.Pc = 0;")]
    [InlineData("goto End; _cpu.Pc = 0; End: ;")]
    public Task UnreachableCodeIsNotReported(string body) => EnteredRunning(body);

    [Theory]
    [InlineData("if (true) { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("if (!false) { {|NG1001:_cpu.Pc|} = 0; }")]
    [InlineData("while (true) { {|NG1001:_cpu.Pc|} = 0; }")]
    public Task ReachableCodeIs(string body) => EnteredRunning(body);

    [Fact]
    public Task CodeThatIsSwitchedOffIsNone() => EnteredRunning("""
        #if NEVER
                _cpu.Pc = 0;
        #else
                {|NG1001:_cpu.Flags|} = 0;
        #endif
        """);

    [Fact]
    public Task AConditionalMethodWhoseSymbolIsMissingIsNotCalled() => EnteredRunning(
        "Zero();",
        "[System.Diagnostics.Conditional(\"NEVER\")] private void Zero() => _cpu.Pc = 0;");

    [Fact]
    public Task ANullForgivingOperatorChangesNothing() => EnteredRunning("{|NG1001:_cpu!.Pc|} = 0; {|NG1001:_cpu!.Reset()|};");
}

using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Tests.Testing;
using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Rules;

/// <summary>#pragma and .editorconfig for the rules about touches, and NG1099.</summary>
public sealed class SuppressionTests
{
    /// <summary>Each rule with a handler that breaks it.</summary>
    public static TheoryData<string, string, string> Rules() => new()
    {
        { "NG1001", "Failed, Phase.AfterVmStart", "_cpu.Pc = 0;" },
        { "NG1002", "Failed", "_cpu.Pc = 0;" },
        { "NG1003", "Failed", "_later = () => _cpu.Pc = 0;" },
        { "NG1010", "Setup", "_cpu.Pc = 0;" },
        { "NG1099", "Failed", "_given();" },
    };

    private const string Members = "private Action? _later; private Action _given = () => { }; public void Give(Action given) => _given = given;";

    [Theory]
    [MemberData(nameof(Rules))]
    public Task APragmaSuppressesIt(string rule, string attribute, string body) => Run(Of(attribute, $"\n#pragma warning disable {rule}\n{body}\n#pragma warning restore {rule}\n", Members));

    [Theory]
    [MemberData(nameof(Rules))]
    public Task AnEditorconfigTurnsItOff(string rule, string attribute, string body)
    {
        Rule<VcpuStateAnalyzer>.AnalyzerTest test = Of(attribute, body, Members);
        test.TestState.AnalyzerConfigFiles.Add(DeviceProject.Severity(rule, "none"));
        return Run(test);
    }

    [Fact]
    public Task APragmaInACalleeDoesNotReachTheHandler() => EnteredRunning(
        "{|NG1001:Zero()|};",
        "\n#pragma warning disable NG1001\nprivate void Zero() => _cpu.Pc = 0;\n#pragma warning restore NG1001\n");
}

using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Rules;

/// <summary>NG1001 tells its code fixes why the vCPUs may run.</summary>
public sealed class CauseTests
{
    [Theory]
    [InlineData("Failed, Phase.AfterVmStart", "{|NG1001:_cpu.Pc|} = 0;", "Phase")]
    [InlineData("Failed, Phase.AfterVmStart", "{|NG1001:Zero()|};", "Phase")]
    [InlineData("Failed, Phase.AfterVmStart", "if (_busy) { _machine.Start(); } {|NG1001:_cpu.Pc|} = 0;", "Phase")]
    [InlineData("Done, Modes = MigrationMode.All", "{|NG1001:_cpu.Pc|} = 0;", "Phase")]
    [InlineData("Failed, Phase.AfterVmStart", "_machine.Stop(); _machine.Start(); {|NG1001:_cpu.Pc|} = 0;", "Resume")]
    [InlineData("Failed, RequiresStoppedVm = true", "_machine.Start(); {|NG1001:_cpu.Pc|} = 0;", "Resume")]
    [InlineData("Failed", "StartNow(); {|NG1001:Zero()|};", "Resume")]
    [InlineData("Done", "{|NG1001:StartThenZero()|};", "Resume")]
    public async Task TheCauseIsAProperty(string attribute, string body, string cause)
    {
        var test = Of(attribute, body, "private void Zero() => _cpu.Pc = 0; private void StartThenZero() { _machine.Start(); _cpu.Pc = 0; }");
        var causes = new List<string?>();
        test.DiagnosticVerifier = (diagnostic, _, _) => causes.Add(diagnostic.Properties.GetValueOrDefault("Cause"));
        await Run(test);

        Assert.Equal([cause], causes);
    }
}

using Microsoft.CodeAnalysis.CodeFixes;
using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Tests.Testing;

namespace NotifierGen.Analyzers.Tests.Effects.CodeFixes;

/// <summary>Runs one of the fixes of a provider over handlers of a small machine.</summary>
internal static class EffectFix<TCodeFix>
    where TCodeFix : CodeFixProvider, new()
{
    /// <summary>The machine whose vCPUs the handlers touch.</summary>
    public const string Machine = """
        namespace Board
        {
            public interface IMachine
            {
                [PausesVm] IDisposable ObtainPausedState();
                [PausesVm] void Stop();
                [ResumesVm] void Start();
                [ResumesVm] int StartAt(int address);
            }

            public sealed class Cpu
            {
                [VcpuState] public long PC { get; set; }
                [VcpuState] public bool Halted;
                [VcpuState] public bool TryRead(int register, out long value) { value = register; return true; }
                [VcpuState] public void Reset() { }
                public int Id => 1;
            }
        }
        """;

    /// <summary>The fix turns one source into the other.</summary>
    public static Task Mends(string fix, string source, string mended) => Test(fix, source, mended).RunAsync(TestContext.Current.CancellationToken);

    /// <summary>The fix is not among those that are offered.</summary>
    public static Task IsNotOffered(string fix, string source) => Mends(fix, source, source);

    public static Fix<VcpuStateAnalyzer, TCodeFix>.CodeFixTest Test(string fix, string source, string mended)
    {
        var test = Fix<VcpuStateAnalyzer, TCodeFix>.Test(Usings + source, Usings + mended);
        test.CodeActionEquivalenceKey = fix;

        // A handler that resumes the VM breaks a rule of its own, of which most of these tests are not.
        if (!new TCodeFix().FixableDiagnosticIds.Contains("NG1004"))
        {
            test.DisabledDiagnostics.Add("NG1004");
        }

        test.TestState.Sources.Add(("Machine.cs", Machine));
        test.FixedState.Sources.Add(("Machine.cs", Machine));
        return test;
    }

    private const string Usings = "using Board;\n\n";
}

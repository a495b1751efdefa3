using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace NotifierGen.Analyzers.Tests.Testing;

/// <summary>Runs one analyzer over source with markup: <c>{|NG0001:Handler|}</c> is where, and the only place where, the rule must stand.</summary>
internal static class Rule<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>The markup holds, and the source compiles.</summary>
    public static Task Holds(string source, params DiagnosticResult[] expected) => Run(Test(source), expected);

    /// <summary>The rule says nothing; whether the source compiles does not matter.</summary>
    public static Task Survives(string source)
    {
        AnalyzerTest test = Test(source);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        return Run(test, []);
    }

    /// <summary>The markup holds under an .editorconfig that sets the rule's severity.</summary>
    public static Task HoldsWithSeverity(string ruleId, string severity, string source, params DiagnosticResult[] expected)
    {
        AnalyzerTest test = Test(source);
        test.TestState.AnalyzerConfigFiles.Add(DeviceProject.Severity(ruleId, severity));
        return Run(test, expected);
    }

    /// <summary>The markup holds in an application: a project with an entry point.</summary>
    public static Task HoldsInApplication(string source, params DiagnosticResult[] expected)
    {
        AnalyzerTest test = Test(source);
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        return Run(test, expected);
    }

    public static AnalyzerTest Test(string source)
    {
        var test = new AnalyzerTest { TestCode = source };
        DeviceProject.Prepare(test.TestState);
        return test;
    }

    public static Task Run(AnalyzerTest test, DiagnosticResult[] expected)
    {
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    internal sealed class AnalyzerTest : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    {
        protected override ParseOptions CreateParseOptions() =>
            new CSharpParseOptions(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

        protected override CompilationOptions CreateCompilationOptions() =>
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
    }
}

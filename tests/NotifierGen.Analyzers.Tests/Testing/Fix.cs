using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace NotifierGen.Analyzers.Tests.Testing;

/// <summary>Runs an analyzer and its code fix: one by one, and by FixAll in document, project and solution, with the same outcome.</summary>
internal static class Fix<TAnalyzer, TCodeFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    /// <summary>The fix turns one source into the other, which compiles and breaks no rule of the analyzer.</summary>
    public static Task Mends(string source, string mended) => Test(source, mended).RunAsync(TestContext.Current.CancellationToken);

    /// <summary>The fix is not offered.</summary>
    public static Task IsNotOffered(string source) => Mends(source, source);

    public static CodeFixTest Test(string source, string mended)
    {
        var test = new CodeFixTest { TestCode = source, FixedCode = mended };
        DeviceProject.Prepare(test.TestState);
        test.FixedState.Sources.Add(("GlobalUsings.cs", DeviceProject.GlobalUsings));
        return test;
    }

    internal sealed class CodeFixTest : CSharpCodeFixTest<TAnalyzer, TCodeFix, DefaultVerifier>
    {
        protected override ParseOptions CreateParseOptions() =>
            new CSharpParseOptions(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

        protected override CompilationOptions CreateCompilationOptions() =>
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
    }
}

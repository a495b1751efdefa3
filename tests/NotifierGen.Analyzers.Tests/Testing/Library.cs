using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotifierGen.Generator;

namespace NotifierGen.Analyzers.Tests.Testing;

/// <summary>Another assembly, compiled with the generator, as a project would reference it.</summary>
internal static class Library
{
    // As in every SDK project: a library for .NET 8 in one for .NET 10.
    private static readonly Dictionary<string, ReportDiagnostic> s_unificationIsFine =
        new() { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress };

    /// <summary>Compiles a library; it must have no errors.</summary>
    public static MetadataReference Compile(string name, string source, params MetadataReference[] references)
    {
        return Emit(Generate(name, source, OutputKind.DynamicallyLinkedLibrary, out _, references));
    }

    /// <summary>Compiles a version of a library with a strong name: only so are two versions of one assembly two references.</summary>
    public static MetadataReference CompileSigned(string name, int version, string source)
    {
        Compilation compilation = Generate(
            name, $"[assembly: System.Reflection.AssemblyVersion(\"{version}.0.0.0\")]\n{source}", OutputKind.DynamicallyLinkedLibrary, out _);
        CSharpCompilationOptions options = ((CSharpCompilation)compilation).Options
            .WithPublicSign(true)
            .WithCryptoPublicKey([.. typeof(CSharpCompilation).Assembly.GetName().GetPublicKey()!]);
        return Emit(compilation.WithOptions(options));
    }

    private static PortableExecutableReference Emit(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    /// <summary>A compilation with what the generator adds to it.</summary>
    public static Compilation Generate(
        string name, string source, OutputKind kind, out ImmutableArray<Diagnostic> diagnostics, params MetadataReference[] references)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Diagnose);
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(DeviceProject.GlobalUsings, options, "GlobalUsings.cs"), CSharpSyntaxTree.ParseText(source, options, name + ".cs")],
            [.. DeviceProject.References, .. references],
            new CSharpCompilationOptions(kind, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable)
                .WithSpecificDiagnosticOptions(s_unificationIsFine));
        CSharpGeneratorDriver
            .Create([new NotifierGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out diagnostics, TestContext.Current.CancellationToken);
        return output;
    }
}

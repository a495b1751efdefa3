using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using NotifierGen.Generator;

namespace NotifierGen.Testing.Tests.Samples;

/// <summary>The sources of the sample devices and of their board, compiled once more with a mistake in one of them.</summary>
internal static class BrokenSamples
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using NotifierGen;
        global using NotifierGen.Testing;
        global using static NotifierGen.MigrationEvent;
        global using Xunit;
        """;

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp14);

    private static readonly Lazy<Dictionary<string, string>> s_sources = new(ReadSources);

    /// <summary>Explores a machine with a mistake, as <see cref="SampleMachine.RunAll"/> does.</summary>
    /// <param name="machine">The class of the machine.</param>
    /// <param name="file">The file, below samples/.</param>
    /// <param name="right">What stands there once.</param>
    /// <param name="wrong">What is to stand there instead.</param>
    public static void Explore(Type machine, string file, string right, string wrong)
    {
        AssemblyLoadContext context = new("broken", isCollectible: true);
        try
        {
            using MemoryStream image = new(Compile(file, right, wrong));
            MethodInfo run = context.LoadFromStream(image).GetType(machine.FullName!)!.GetMethod(nameof(SampleMachine.RunAll))!;
            run.Invoke(null, [CancellationToken.None]);
        }
        catch (TargetInvocationException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException!);
        }
        finally
        {
            context.Unload();
        }
    }

    private static byte[] Compile(string file, string right, string wrong)
    {
        Dictionary<string, string> sources = new(s_sources.Value);
        string path = Repository.PathOf("samples", file);
        Assert.Equal(2, sources[path].Split(right).Length);
        sources[path] = sources[path].Replace(right, wrong, StringComparison.Ordinal);

        var compilation = CSharpCompilation.Create(
            "BrokenSamples",
            sources.Select(static source => CSharpSyntaxTree.ParseText(source.Value, s_parse, source.Key)),
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new NotifierGenerator().AsSourceGenerator()], parseOptions: s_parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        Assert.Empty(diagnostics);
        using MemoryStream image = new();
        EmitResult result = output.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return image.ToArray();
    }

    private static Dictionary<string, string> ReadSources()
    {
        IEnumerable<string> files =
        [
            .. Directory.EnumerateDirectories(Repository.PathOf("samples"), "Devices.*").SelectMany(static folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)),
            .. Directory.EnumerateFiles(Repository.PathOf("tests/NotifierGen.Samples.Tests/Devices/Board"), "*.cs"),
            Repository.PathOf("tests/NotifierGen.Testing.Tests/Samples", nameof(SampleMachine) + ".cs"),
            Repository.PathOf("tests/NotifierGen.Testing.Tests/Samples", nameof(NicMachine) + ".cs"),
        ];
        Dictionary<string, string> sources = files.Where(static file => !file.Contains("/obj/", StringComparison.Ordinal)).ToDictionary(static file => file, File.ReadAllText);
        sources.Add("GlobalUsings.cs", GlobalUsings);
        return sources;
    }

    // All that these tests run on, but for the devices themselves.
    private static IEnumerable<MetadataReference> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(static path => Path.GetFileName(path) is var name && !name.StartsWith("Devices.", StringComparison.Ordinal) && name is not ("Emulator.dll" or "NotifierGen.Testing.Tests.dll"))
        .Select(static path => MetadataReference.CreateFromFile(path));
}

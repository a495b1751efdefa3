using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotifierGen.Generator;

namespace NotifierGen.Tool.Tests.Harness;

/// <summary>An assembly compiled from source with the generator, as a build would write it.</summary>
internal sealed class GeneratedAssembly
{
    private static readonly ImmutableArray<MetadataReference> s_platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(NotifierRow).Assembly.Location),
    ];

    private GeneratedAssembly(string name, byte[] bytes)
    {
        Name = name;
        Bytes = bytes;
    }

    public string Name { get; }

    public byte[] Bytes { get; }

    public static GeneratedAssembly Compile(string name, string source, params GeneratedAssembly[] references)
    {
        CSharpParseOptions options = new(LanguageVersion.CSharp13);
        const string Usings = "using NotifierGen; using static NotifierGen.MigrationEvent;\n";
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(Usings + source, options)],
            [.. s_platform, .. references.Select(reference => MetadataReference.CreateFromImage(reference.Bytes))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, deterministic: true));
        CSharpGeneratorDriver.Create([new NotifierGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        using MemoryStream stream = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = generated.Emit(stream);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error)));
        return new GeneratedAssembly(name, stream.ToArray());
    }

    public string WriteTo(TestFolder folder) => folder.Write(Name + ".dll", Bytes);

    /// <summary>The table of its dispatcher as it is at run time.</summary>
    public string RunTimeTable(string dispatcher, params GeneratedAssembly[] references)
    {
        AssemblyLoadContext context = new(Name, isCollectible: true);
        try
        {
            foreach (GeneratedAssembly reference in references)
            {
                context.LoadFromStream(new MemoryStream(reference.Bytes));
            }

            Assembly assembly = context.LoadFromStream(new MemoryStream(Bytes));
            MethodInfo table = assembly.GetType(dispatcher, throwOnError: true)!.GetProperty("Table")!.GetMethod!;
            return NotifierTable.ToMarkdown(table.CreateDelegate<RowSpan>()());
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>Calls <c>Run</c> of one of its types.</summary>
    public void Run(string type)
    {
        AssemblyLoadContext context = new(Name, isCollectible: true);
        try
        {
            context.LoadFromStream(new MemoryStream(Bytes)).GetType(type, throwOnError: true)!.GetMethod("Run")!.Invoke(null, null);
        }
        finally
        {
            context.Unload();
        }
    }

    private delegate ReadOnlySpan<NotifierRow> RowSpan();
}

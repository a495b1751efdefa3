using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace NotifierGen.Generator.Tests.Harness;

/// <summary>A project after the generator has run, with all it references.</summary>
internal sealed class GeneratedProject
{
    private (byte[] Image, EmitResult Result)? _built;

    private GeneratedProject(TestProject project, IReadOnlyList<GeneratedProject> references, IReadOnlyList<GeneratedProject> modules, CSharpCompilation input, bool asImages)
    {
        Project = project;
        References = references;
        Modules = modules;
        Input = input;
        Driver = CreateDriver((CSharpParseOptions)(input.SyntaxTrees.FirstOrDefault()?.Options ?? TestProject.ParseOptions(LanguageVersion.Latest)))
            .RunGeneratorsAndUpdateCompilation(input, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        Output = (CSharpCompilation)output;
        Diagnostics = diagnostics;
        AsImages = asImages;
    }

    public TestProject Project { get; }

    /// <summary>All that it needs to run, transitively, but not the modules.</summary>
    public IReadOnlyList<GeneratedProject> References { get; }

    /// <summary>See <see cref="TestProject.Modules"/>; the ones that another one needs come first.</summary>
    public IReadOnlyList<GeneratedProject> Modules { get; }

    /// <summary>Whether references are built assemblies, as on the command line, or compilations, as in an IDE.</summary>
    public bool AsImages { get; }

    public CSharpCompilation Input { get; }

    public CSharpCompilation Output { get; }

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public GeneratorDriver Driver { get; }

    public GeneratorRunResult Result => Driver.GetRunResult().Results.Single();

    public static GeneratedProject Generate(TestProject project, LanguageVersion version, bool asImages = true) =>
        Generate(project, new ConsumerSettings(version), asImages);

    public static GeneratedProject Generate(TestProject project, ConsumerSettings settings, bool asImages = true)
    {
        // A project is referenced once, however many ways lead to it.
        var built = new Dictionary<TestProject, GeneratedProject>();
        return Generate(project, settings, asImages, built);
    }

    public static GeneratorDriver CreateDriver(CSharpParseOptions parseOptions) => CSharpGeneratorDriver.Create(
        [new NotifierGenerator().AsSourceGenerator()],
        parseOptions: parseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The generated sources by hint name.</summary>
    public IReadOnlyDictionary<string, string> Sources() => SourcesOf(Driver);

    public static IReadOnlyDictionary<string, string> SourcesOf(GeneratorDriver driver) =>
        driver.GetRunResult().Results.Single().GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>The built assembly.</summary>
    public byte[] Emit()
    {
        (byte[] image, EmitResult result) = Build();
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return image;
    }

    /// <summary>What the compiler reports: all there is, but without binding the sources a second time if the assembly is needed as well.</summary>
    public IEnumerable<Diagnostic> Warnings() => Build().Result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed);

    private (byte[] Image, EmitResult Result) Build()
    {
        if (_built is null)
        {
            using var image = new MemoryStream();
            using var documentation = new MemoryStream();
            EmitResult result = Output.Emit(image, xmlDocumentationStream: documentation);
            _built = (image.ToArray(), result);
        }

        return _built.Value;
    }

    private static GeneratedProject Generate(TestProject project, ConsumerSettings settings, bool asImages, Dictionary<TestProject, GeneratedProject> built)
    {
        if (built.TryGetValue(project, out GeneratedProject? existing))
        {
            return existing;
        }

        GeneratedProject[] direct = [.. project.References.Select(reference => Generate(reference, settings, asImages, built))];
        GeneratedProject[] all = [.. direct.SelectMany(reference => reference.References.Prepend(reference)).Distinct()];
        IEnumerable<MetadataReference> references = (project.ReferencesTransitively ? all : direct).Select(reference => reference.ToReference());
        GeneratedProject[] modules = [.. project.Modules.Select(module => Generate(module, settings, asImages, built))];
        ConsumerSettings own = settings with { Version = Newer(settings.Version, project.OldestVersion) };
        var generated = new GeneratedProject(project, all, modules, project.Compile(own, references), asImages);
        built.Add(project, generated);
        return generated;
    }

    private MetadataReference ToReference() => AsImages
        ? MetadataReference.CreateFromImage(Emit(), Project.ReferenceProperties)
        : Output.ToMetadataReference(Project.ReferenceProperties.Aliases);

    private static LanguageVersion Newer(LanguageVersion left, LanguageVersion right) =>
        left.MapSpecifiedToEffectiveVersion() > right.MapSpecifiedToEffectiveVersion() ? left : right;
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotifierGen.Generator.Tests.Harness;

/// <summary>A project as a user of the package has it: its sources, what it references, and the strictest compiler settings.</summary>
internal sealed class TestProject(string name, params string[] sources)
{
    // What the package's props add to a project with ImplicitUsings, in a form that C# 9 knows. The sources of tests need no documentation;
    // the pragma ends with their files and does not reach the generated ones.
    private const string Prelude =
        """
        using NotifierGen;
        using static NotifierGen.MigrationEvent;
        #pragma warning disable CS1591

        """;

    // The SDK switches these two off in every project: the library was built against an older framework than the project.
    private static readonly Dictionary<string, ReportDiagnostic> s_sdkOptions = new()
    {
        ["CS1701"] = ReportDiagnostic.Suppress,
        ["CS1702"] = ReportDiagnostic.Suppress,
    };

    public string Name { get; } = name;

    public IReadOnlyList<string> Sources { get; } = sources;

    public IReadOnlyList<TestProject> References { get; init; } = [];

    /// <summary>The extern alias under which others reference this project; several with commas between them.</summary>
    public string? Alias { get; init; }

    /// <summary>Directives that stand before everything else in each file.</summary>
    public string ExternAliases { get; init; } = "";

    /// <summary>The oldest version in which the sources themselves compile.</summary>
    public LanguageVersion OldestVersion { get; init; } = LanguageVersion.CSharp9;

    /// <summary>Whether the project references NotifierGen.</summary>
    public bool ReferencesLibrary { get; init; } = true;

    /// <summary>Whether what is referenced transitively is handed to the compiler, as the SDK does unless DisableTransitiveProjectReferences is set.</summary>
    public bool ReferencesTransitively { get; init; } = true;

    /// <summary>A version makes the assembly strong-named: only such ones can be referenced side by side with one simple name.</summary>
    public int? Version { get; init; }

    /// <summary>Projects whose assemblies are loaded while the emulator runs; it is compiled without them.</summary>
    public IReadOnlyList<TestProject> Modules { get; init; } = [];

    public CSharpCompilation Compile(LanguageVersion version, IEnumerable<MetadataReference> references) => Compile(new ConsumerSettings(version), references);

    public CSharpCompilation Compile(ConsumerSettings settings, IEnumerable<MetadataReference> references)
    {
        CSharpParseOptions parseOptions = ParseOptions(settings.Version);
        IEnumerable<SyntaxTree> trees = Sources.Select((source, index) =>
            CSharpSyntaxTree.ParseText(ExternAliases + (ReferencesLibrary ? Prelude : "") + source, parseOptions, $"/src/{Name}/File{index}.cs"));
        if (Version is { } number)
        {
            trees = trees.Append(CSharpSyntaxTree.ParseText($"[assembly: System.Reflection.AssemblyVersion(\"{number}.0.0.0\")]", parseOptions, $"/src/{Name}/Version.cs"));
        }

        return CSharpCompilation.Create(
            Name,
            trees,
            [.. settings.Framework.All, .. ReferencesLibrary ? [settings.Framework.Library] : Array.Empty<MetadataReference>(), .. references],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                checkOverflow: settings.ChecksOverflow,
                allowUnsafe: false,
                nullableContextOptions: settings.Nullable,
                generalDiagnosticOption: ReportDiagnostic.Error,
                specificDiagnosticOptions: s_sdkOptions,
                warningLevel: 9999,
                publicSign: Version is not null,
                cryptoPublicKey: Version is null ? default : [.. typeof(CSharpCompilation).Assembly.GetName().GetPublicKey()!]));
    }

    public static CSharpParseOptions ParseOptions(LanguageVersion version) => new(version, DocumentationMode.Diagnose);

    public MetadataReferenceProperties ReferenceProperties =>
        Alias is null ? MetadataReferenceProperties.Assembly : new MetadataReferenceProperties(aliases: [.. Alias.Split(',')]);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotifierGen.Generator.Tests.Harness;
using NotifierGen.Generator.Tests.Models;

namespace NotifierGen.Generator.Tests.Compatibility;

/// <summary>What a consumer's project file may say makes no difference to what is generated, and draws no warning from it.</summary>
public class LanguageTests
{
    private const int Machines = 8;

    private static readonly NullableContextOptions[] s_nullable = Enum.GetValues<NullableContextOptions>();

    private static readonly bool[] s_overflow = [false, true];

    private static readonly ReferencePack[] s_frameworks = [ReferencePack.NetStandard20, ReferencePack.Net80, ReferencePack.Net100];

    /// <summary>All that this compiler knows from C# 9 on, with its preview.</summary>
    public static TheoryData<string> Versions =>
        [.. Enum.GetValues<LanguageVersion>().Where(version => version is >= LanguageVersion.CSharp9 and < LanguageVersion.LatestMajor or LanguageVersion.Preview).Select(version => version.ToDisplayString())];

    [Theory]
    [MemberData(nameof(Versions))]
    public void EverySettingCompilesWithoutWarnings(string version)
    {
        IReadOnlyDictionary<string, string> expected = GeneratedProject.Generate(EveryKindOfDevice.Project, LanguageVersion.Latest).Sources();

        foreach (ConsumerSettings settings in AllOf(version))
        {
            GeneratedProject generated = GeneratedProject.Generate(EveryKindOfDevice.Project, settings);

            AssertNone(settings, All(generated).SelectMany(each => each.Warnings()));
            Assert.Equal(expected, generated.Sources());
        }
    }

    // Random machines have default implementations in interfaces, which netstandard2.0 cannot run, and sources that have never heard of nullable.
    [Theory]
    [MemberData(nameof(Versions))]
    public void RandomMachinesCompileWithoutWarningsInGeneratedFiles(string version)
    {
        for (int machine = 0; machine < Machines; machine++)
        {
            TestProject project = MachineWriter.Write(MachineBuilder.Build(FuzzOptions.Seed + (ulong)machine));
            ConsumerSettings settings = new(Parse(version))
            {
                Framework = machine % 2 == 0 ? ReferencePack.Net80 : ReferencePack.Net100,
                Nullable = s_nullable[machine / 2 % s_nullable.Length],
                ChecksOverflow = machine % 3 == 0,
            };

            GeneratedProject generated = GeneratedProject.Generate(project, settings, asImages: false);

            AssertNone(settings, All(generated).SelectMany(ErrorsAndWarningsInGeneratedFiles));
        }
    }

    private static IEnumerable<ConsumerSettings> AllOf(string version) =>
        from framework in s_frameworks
        from nullable in s_nullable
        from checksOverflow in s_overflow
        select new ConsumerSettings(Parse(version)) { Framework = framework, Nullable = nullable, ChecksOverflow = checksOverflow };

    private static IEnumerable<GeneratedProject> All(GeneratedProject generated) => generated.References.Append(generated);

    private static void AssertNone(ConsumerSettings settings, IEnumerable<Diagnostic> problems)
    {
        string text = string.Join('\n', problems);
        Assert.True(text.Length == 0, $"{settings}:\n{text}");
    }

    // A warning of the sources has become an error, too.
    private static IEnumerable<Diagnostic> ErrorsAndWarningsInGeneratedFiles(GeneratedProject generated) => generated.Output.GetDiagnostics().Where(diagnostic =>
        diagnostic.DefaultSeverity == DiagnosticSeverity.Error
        || (diagnostic.Severity == DiagnosticSeverity.Error && !generated.Input.ContainsSyntaxTree(diagnostic.Location.SourceTree)));

    private static LanguageVersion Parse(string version) =>
        LanguageVersionFacts.TryParse(version, out LanguageVersion parsed) ? parsed : throw new ArgumentException(version, nameof(version));
}

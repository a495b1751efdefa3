using NotifierGen.Package.Tests.Consumers;

namespace NotifierGen.Package.Tests;

[Collection(nameof(PackageCollection))]
public sealed class ConsumerTests(PackedPackage package) : IDisposable
{
    private readonly ConsumerFolder _folder = new(package);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AFreshProjectGeneratesAndRunsWithoutUsingLines()
    {
        EmulatorConsumer.Write(_folder);

        DotnetCommand run = _folder.Dotnet("run", "--project", "Emulator").Succeeded();

        Assert.Equal(EmulatorConsumer.Expected.ReplaceLineEndings("\n"), run.Output.Trim().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void TheGlobalUsingsCanBeTurnedOff()
    {
        _folder.AddProject("Off", "<NotifierGenImplicitUsings>false</NotifierGenImplicitUsings>");
        _folder.Write("Off/Nic.cs", EmulatorConsumer.Device);

        DotnetCommand build = _folder.Dotnet("build", "Off");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("CS0246", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AMistakeIsAnErrorOfTheBuildAtItsPlaceAndNothingElse()
    {
        _folder.AddProject("Wrong", "");
        _folder.Write("Wrong/Nic.cs", """
            namespace Acme;

            public sealed class Nic
            {
                [OnMigrationEvent(Done, Phase.AfterVmStart)]
                public void OnDone()
                {
                }
            }
            """);

        DotnetCommand build = _folder.Dotnet("build", "Wrong");

        string[] errors = [.. build.Output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct()];
        Assert.All(errors, error => Assert.Contains("Nic.cs(5,29): error NG0003", error, StringComparison.Ordinal));
        Assert.NotEmpty(errors);
    }

    [Fact]
    public void TheCodeFixesOfThePackageMend()
    {
        _folder.AddProject("Wrong", "<TreatWarningsAsErrors>false</TreatWarningsAsErrors>");
        _folder.Write("Wrong/Nic.cs", """
            namespace Acme;

            public sealed class Nic
            {
                [OnMigrationEvent(Done, Phase.AfterVmStart)]
                public void OnDone()
                {
                }
            }
            """);

        _folder.Dotnet("format", "analyzers", "Wrong/Wrong.csproj", "--diagnostics", "NG0003", "--severity", "warn");

        Assert.Contains("[OnMigrationEvent(Done)]", File.ReadAllText(Path.Combine(_folder.Path, "Wrong/Nic.cs")), StringComparison.Ordinal);
        _folder.Dotnet("build", "Wrong").Succeeded();
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("<NotifierGenVmEffects>false</NotifierGenVmEffects>", false)]
    public void EffectFilesReachTheAnalysisUnlessTurnedOff(string property, bool areRead)
    {
        UnannotatedConsumer.Write(_folder, property);

        DotnetCommand build = _folder.Dotnet("build", "Chips");

        string[] errors = [.. build.Output.Split('\n').Select(ErrorOf).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(areRead ? UnannotatedConsumer.Expected : [], errors);
        Assert.Equal(areRead, build.ExitCode != 0);
    }

    [Fact]
    public void ATableFileIsComparedAndUpdatedFromTheCommandLine()
    {
        _folder.AddProject("Tabled", "<NotifierGenTableFile>docs/Table.md</NotifierGenTableFile>");
        _folder.Write("Tabled/Nic.cs", """
            namespace Acme;

            public sealed class Nic
            {
                [OnMigrationEvent(Done)]
                public void OnDone()
                {
                }
            }

            [DispatchTable]
            public sealed partial class Notifiers : MigrationDispatcher;
            """);
        DotnetCommand without = _folder.Dotnet("build", "Tabled");
        Assert.Contains("error NG0012: 'docs/Table.md' does not hold the table of 'Notifiers': there is no such file", without.Output, StringComparison.Ordinal);

        _folder.Write("Tabled/docs/Table.md", "# Who acts");
        Assert.Contains("it has no table", _folder.Dotnet("build", "Tabled").Output, StringComparison.Ordinal);

        _folder.Dotnet("format", "analyzers", "Tabled/Tabled.csproj", "--diagnostics", "NG0012", "--severity", "warn");

        Assert.Contains("| Acme.Nic | OnDone | Done |  | Normal | 0 |\n", File.ReadAllText(Path.Combine(_folder.Path, "Tabled/docs/Table.md")), StringComparison.Ordinal);
        _folder.Dotnet("build", "Tabled").Succeeded();
    }

    [Theory]
    [InlineData("roslyn4.7", true)]
    [InlineData("roslyn3.11", true)]
    [InlineData("roslyn4.8", false)]
    [InlineData("roslyn4.14", false)]
    public void ACompilerThatIsTooOldIsToldOnce(string compiler, bool isTold)
    {
        _folder.AddProject("Aged", "<TreatWarningsAsErrors>false</TreatWarningsAsErrors>");
        _folder.Write("Aged/Nic.cs", "namespace Acme; public sealed class Nic { [OnMigrationEvent(Done)] public void OnDone() { } }");

        // What the SDK of such a compiler says of it.
        DotnetCommand build = _folder.Dotnet("build", "Aged", "-p:CompilerApiVersion=" + compiler);

        build.Succeeded();
        IEnumerable<string> told = build.Output.Split('\n').Where(static line => line.Contains("warning NG0013: NotifierGen writes no dispatch table", StringComparison.Ordinal));

        // The build's summary says it again.
        Assert.Equal(isTold ? 1 : 0, told.Select(static line => line.Trim()).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void ANetStandardLibraryGenerates()
    {
        _folder.AddProject("Old", "<TargetFramework>netstandard2.0</TargetFramework><LangVersion>9.0</LangVersion><ImplicitUsings>disable</ImplicitUsings>");
        _folder.Write("Old/Nic.cs", """
            using NotifierGen;
            using static NotifierGen.MigrationEvent;

            namespace Acme
            {
                public sealed partial class Nic
                {
                    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
                    private void OnFailed(in MigrationContext context)
                    {
                    }
                }

                [DispatchTable]
                public sealed partial class Notifiers : MigrationDispatcher
                {
                }
            }
            """);

        _folder.Dotnet("build", "Old").Succeeded();
    }

    [Fact]
    public void ATrimmedPublishHasNoWarningsAndRuns()
    {
        EmulatorConsumer.Write(_folder, "<PublishTrimmed>true</PublishTrimmed><TrimMode>full</TrimMode><SelfContained>true</SelfContained><RuntimeIdentifier>linux-x64</RuntimeIdentifier>");
        AssertPublishedRuns();
    }

    [Fact]
    public void ANativeAotPublishHasNoWarningsAndRuns()
    {
        if (!OperatingSystem.IsLinux() || !Exists("clang"))
        {
            Assert.Skip("A NativeAOT publish needs clang.");
        }

        EmulatorConsumer.Write(_folder, "<PublishAot>true</PublishAot><RuntimeIdentifier>linux-x64</RuntimeIdentifier><InvariantGlobalization>true</InvariantGlobalization>");
        AssertPublishedRuns();
    }

    // "Nic.cs(11,9): error NG1001", without the folders and the text.
    private static string? ErrorOf(string line)
    {
        int end = line.IndexOf(": ", line.IndexOf(": error NG", StringComparison.Ordinal) + 1, StringComparison.Ordinal);
        return line.Contains(": error NG", StringComparison.Ordinal) ? line[(line.LastIndexOf('/', line.IndexOf(": error ", StringComparison.Ordinal)) + 1)..end] : null;
    }

    private static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private void AssertPublishedRuns()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("The published program is built for Linux.");
        }

        DotnetCommand publish = _folder.Dotnet("publish", "Emulator", "-c", "Release", "-o", "published").Succeeded();
        Assert.DoesNotContain("warning", publish.Output, StringComparison.Ordinal);

        DotnetCommand run = DotnetCommand.Start(Path.Combine(_folder.Path, "published", "Emulator"), _folder.Path).Succeeded();
        Assert.Equal(EmulatorConsumer.Expected.ReplaceLineEndings("\n"), run.Output.Trim());
    }
}

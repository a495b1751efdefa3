namespace NotifierGen.Package.Tests.Consumers;

/// <summary>A folder outside the repository with projects that use the package from the folder feed.</summary>
internal sealed class ConsumerFolder : IDisposable
{
    private readonly PackedPackage _package;

    public ConsumerFolder(PackedPackage package)
    {
        _package = package;
        Path = Directory.CreateTempSubdirectory("notifiergen-consumer-").FullName;
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="notifiergen" value="{package.Feed}" />
              </packageSources>
            </configuration>
            """);
        // Nothing of the folders above may reach the projects.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
    }

    public string Path { get; }

    /// <summary>The version of the packages in the feed.</summary>
    public string Version => _package.Version;

    /// <summary>A project that references the package, or only another project.</summary>
    public void AddProject(string name, string properties, bool references = true, string items = "", string where = ".") => Write($"{where}/{name}/{name}.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {(references ? $"""<PackageReference Include="NotifierGen" Version="{_package.Version}" />""" : "")}
            {items}
          </ItemGroup>
        </Project>
        """);

    public void Write(string file, string text)
    {
        string path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public DotnetCommand Dotnet(params string[] arguments) => DotnetCommand.Run(Path, arguments);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

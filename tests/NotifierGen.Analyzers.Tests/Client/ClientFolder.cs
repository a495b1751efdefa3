using System.Diagnostics;
using NotifierGen.Analyzers.Handlers;
using NotifierGen.CodeFixes;
using NotifierGen.Generator;

namespace NotifierGen.Analyzers.Tests.Client;

/// <summary>A folder outside the source tree whose projects use the library, the generator, the analyzers and the code fixes as built, through the SDK.</summary>
internal sealed class ClientFolder : IDisposable
{
    private ClientFolder(string path) => Path = path;

    public string Path { get; }

    public static ClientFolder Create()
    {
        var folder = new ClientFolder(Directory.CreateTempSubdirectory("notifiergen-client-").FullName);
        folder.Write("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
            </Project>
            """);
        folder.Write("Directory.Build.targets", $"""
            <Project>
              <Import Project="{Repository.PathOf("src", "NotifierGen", "build", "NotifierGen.props")}" />
              <ItemGroup>
                <Reference Include="{typeof(OnMigrationEventAttribute).Assembly.Location}" />
              </ItemGroup>
              <ItemGroup Condition="'$(UsesNotifierGenerator)' != 'false'">
                <Analyzer Include="{typeof(NotifierGenerator).Assembly.Location}" />
                <Analyzer Include="{typeof(HandlerAnalyzer).Assembly.Location}" />
                <Analyzer Include="{typeof(DocumentCodeFix).Assembly.Location}" />
              </ItemGroup>
            </Project>
            """);
        return folder;
    }

    public void Write(string name, string content)
    {
        string path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    public string Read(string name) => File.ReadAllText(System.IO.Path.Combine(Path, name));

    /// <summary>Copies the sources of a folder, without what was built of them.</summary>
    public void Copy(string source, string name)
    {
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string relative = System.IO.Path.GetRelativePath(source, file);
            if (!relative.Split(System.IO.Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            {
                Write(System.IO.Path.Combine(name, relative), File.ReadAllText(file));
            }
        }
    }

    /// <summary>Runs <c>dotnet</c> in the folder; it must succeed.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> DotnetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Nothing stays behind that would hold the analyzers' files.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using Process process = Process.Start(start)!;
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(cancellationToken) + await errors;
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, output);
        return output;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

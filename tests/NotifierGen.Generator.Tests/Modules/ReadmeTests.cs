using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Modules;

/// <summary>The README's code on plugins compiles and does what it says.</summary>
public class ReadmeTests
{
    [Fact]
    public void ItsPluginJoinsAndLeaves()
    {
        var plugin = new TestProject("Plugin", """
            namespace Plugin
            {
                public sealed class Tpm
                {
                    [OnMigrationEvent(Failed)]
                    public void OnFailed() { }
                }
            }
            """);
        var emulator = new TestProject("Emulator", $$"""
            using System;
            using System.Reflection;
            using System.Runtime.Loader;

            [DispatchTable] public sealed partial class Board : MigrationDispatcher { }

            public static class Host
            {
                public static string Run(string path)
                {
                    var notifiers = new Board();
                    {{Snippet().Replace("notifiers.Unregister", "string between = notifiers.CurrentTable.Length + \"/\" + notifiers.DeviceCount;\n notifiers.Unregister", StringComparison.Ordinal)}}
                    return between + " " + notifiers.CurrentTable.Length + "/" + notifiers.DeviceCount;
                }
            }
            """)
        {
            Modules = [plugin],
        };
        GeneratedProject project = GeneratorTest.Check(emulator);
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".dll");
        File.WriteAllBytes(path, project.Modules.Single().Emit());

        string log = CompiledProject.Use(project, assemblies => (string)assemblies[^1].GetType("Host")!.GetMethod("Run")!.Invoke(null, [path])!);

        Assert.Equal("1/1 0/0", log);
        Delete(path);
    }

    /// <summary>The first block of C# under the heading.</summary>
    private static string Snippet()
    {
        string readme = File.ReadAllText(Repository.PathOf("README.md")).ReplaceLineEndings("\n");
        string section = readme[readme.IndexOf("\n## Plugins\n", StringComparison.Ordinal)..];
        int start = section.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        return section[start..section.IndexOf("```", start, StringComparison.Ordinal)];
    }

    /// <summary>Some systems lock the file until the context is collected.</summary>
    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (UnauthorizedAccessException)
        {
        }
    }
}

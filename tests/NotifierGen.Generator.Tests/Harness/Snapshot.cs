using System.Text;
using Microsoft.CodeAnalysis;
#if USE_VERIFY
using System.Runtime.CompilerServices;
using VerifyTests;
using VerifyXunit;
#endif

namespace NotifierGen.Generator.Tests.Harness;

/// <summary>
/// Compares generated files with the ones committed beside the test. Names and contents are those of Verify.SourceGenerators, which takes over
/// with <c>-p:UseVerify=true</c>. NOTIFIERGEN_UPDATE_SNAPSHOTS=1 in the environment accepts what is generated.
/// </summary>
internal static class Snapshot
{
#if USE_VERIFY
    [ModuleInitializer]
    internal static void Initialize() => VerifySourceGenerators.Initialize();

    public static async Task Verify(GeneratorDriver driver, string file, string method) => await Verifier.Verify(driver, sourceFile: file);
#else
    private static readonly bool s_update = Environment.GetEnvironmentVariable("NOTIFIERGEN_UPDATE_SNAPSHOTS") == "1";

    public static async Task Verify(GeneratorDriver driver, string file, string method)
    {
        string directory = Path.GetDirectoryName(file)!;
        string prefix = $"{Path.GetFileNameWithoutExtension(file)}.{method}#";
        var expected = new HashSet<string>(Directory.GetFiles(directory, prefix + "*.verified.cs"), StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (GeneratedSourceResult source in driver.GetRunResult().Results.SelectMany(result => result.GeneratedSources))
        {
            string path = Path.Combine(directory, prefix + Path.GetFileNameWithoutExtension(source.HintName));
            string text = $"//HintName: {source.HintName}\n{source.SourceText}";
            string verified = path + ".verified.cs";
            bool isEqual = expected.Remove(verified) && (await File.ReadAllTextAsync(verified)).ReplaceLineEndings("\n") == text;
            File.Delete(path + ".received.cs");
            if (!isEqual)
            {
                await File.WriteAllTextAsync(s_update ? verified : path + ".received.cs", text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
                wrong.Add(source.HintName);
            }
        }

        foreach (string stale in expected)
        {
            wrong.Add("no longer generated: " + Path.GetFileName(stale));
            if (s_update)
            {
                File.Delete(stale);
            }
        }

        Assert.True(s_update || wrong.Count == 0, $"Differs from its snapshot: {string.Join(", ", wrong)}. Compare *.received.cs, or accept with NOTIFIERGEN_UPDATE_SNAPSHOTS=1.");
    }
#endif
}

using System.Reflection;

namespace NotifierGen.Tool.Tests.Harness;

/// <summary>The built samples, which lie beside these tests.</summary>
internal static class SampleFiles
{
    public static string Emulator { get; } = Of("Emulator");

    public static string Configuration { get; } = Metadata("Configuration");

    public static string Of(string assembly) => Path.Combine(AppContext.BaseDirectory, assembly + ".dll");

    /// <summary>The rows of the table that lies beside the emulator, kept true by NG0012.</summary>
    public static string EmulatorTable() => string.Concat(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "NotifierTable.md"))
        .Where(line => line.StartsWith('|')).Select(line => line + "\n"));

    /// <summary>How many rows that table has, without its heading.</summary>
    public static int EmulatorRows() => EmulatorTable().Count(static character => character == '\n') - 2;

    private static string Metadata(string key) =>
        typeof(SampleFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}

using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Analyzers.Effects;

namespace NotifierGen.Benchmarks.AnalyzerTime;

/// <summary>Analyzers that are measured together, as a compiler would load them.</summary>
/// <param name="Name">What the report calls them.</param>
/// <param name="Analyzers">New instances of them.</param>
/// <param name="Counted">The assembly whose analyzers' time counts; null: all of them.</param>
internal sealed record AnalyzerSet(string Name, Func<ImmutableArray<DiagnosticAnalyzer>> Analyzers, Assembly? Counted = null)
{
    public static AnalyzerSet Ours { get; } = new("NotifierGen", static () => Load(typeof(VcpuStateAnalyzer).Assembly));

    /// <summary>Microsoft.VisualStudio.Threading.Analyzers, from its package.</summary>
    public static AnalyzerSet Peer { get; } = new("vs-threading", static () => [.. PeerAssemblies().SelectMany(static assembly => Load(assembly))]);

    /// <summary>Ours in a build that has the peer, too: what one analyzer binds is bound for the others.</summary>
    public static AnalyzerSet Beside { get; } = new("NotifierGen, beside it", static () => [.. Ours.Analyzers(), .. Peer.Analyzers()], typeof(VcpuStateAnalyzer).Assembly);

    private static IEnumerable<Assembly> PeerAssemblies()
    {
        string package = typeof(AnalyzerSet).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(static attribute => attribute.Key == "ThreadingAnalyzersPackage").Value!;
        return Directory
            .EnumerateFiles(Path.Combine(package, "analyzers", "cs"), "*Analyzers*.dll")
            .Where(static file => !file.Contains("CodeFixes", StringComparison.Ordinal))
            .Select(Assembly.LoadFrom);
    }

    private static ImmutableArray<DiagnosticAnalyzer> Load(Assembly assembly) =>
    [
        .. assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is { } attribute && attribute.Languages.Contains(LanguageNames.CSharp))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Analyzers.Effects.Facts;
using NotifierGen.Analyzers.Tests.Testing;

namespace NotifierGen.Analyzers.Tests.Effects.Facts;

/// <summary>The facts of a compilation, asked by documentation comment ID.</summary>
internal sealed class FactsOf
{
    private FactsOf(Compilation compilation, AnalyzerOptions options)
    {
        Compilation = compilation;
        Options = options;
        Facts = VmFacts.Of(compilation, options, TestContext.Current.CancellationToken);
    }

    public Compilation Compilation { get; }

    public AnalyzerOptions Options { get; }

    public VmFacts Facts { get; }

    /// <summary>What is known of a member.</summary>
    public MemberEffects this[string id] => Facts.Of(Symbol(id));

    /// <summary>The reasons for which lines are not used, with their numbers from 1.</summary>
    public IEnumerable<string> Mistakes => Facts.Mistakes.Select(mistake => $"{mistake.Line.Line + 1}: {mistake.Reason}");

    public static FactsOf Source(string source, string? effects = null, params MetadataReference[] references) =>
        Source(source, effects is null ? [] : [new EffectFileText(effects)], references);

    public static FactsOf Source(string source, ImmutableArray<AdditionalText> files, params MetadataReference[] references)
    {
        Compilation compilation = Library.Generate("Board", source, OutputKind.DynamicallyLinkedLibrary, out _, references);
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new FactsOf(compilation, new AnalyzerOptions(files));
    }

    public ISymbol Symbol(string id) => Assert.Single(DocumentationId.Resolve(id, Compilation));

    public IMethodSymbol Method(string id) => (IMethodSymbol)Symbol(id);

    /// <summary>The ID of the member or type on which that is written which is known of another.</summary>
    public string? Origin(string id) => Facts.Origin(Symbol(id))?.GetDocumentationCommentId();
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotifierGen.Generator.Tests.Robustness.Mutants;

/// <summary>A project that is mutated.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Whole">The project as it was, without what is generated.</param>
internal sealed record Subject(string Name, CSharpCompilation Whole)
{
    public CSharpParseOptions ParseOptions => (CSharpParseOptions)Whole.SyntaxTrees[0].Options;

    /// <summary>The files that have something to do with the generator: those that are mutated.</summary>
    public IReadOnlyList<SyntaxTree> Files { get; } =
        [.. Whole.SyntaxTrees.Where(tree => tree.ToString() is var text && (text.Contains("OnMigrationEvent", StringComparison.Ordinal) || text.Contains("[DispatchTable", StringComparison.Ordinal)))];
}

using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NotifierGen.Analyzers.Tests.GroundTruth.StandIns;

/// <summary>Never warns: it misses everything.</summary>
#pragma warning disable RS1001 // No compiler loads it.
internal sealed class SilentAnalyzer : StandIn
#pragma warning restore RS1001
{
    protected override void Analyse(SyntaxNodeAnalysisContext context, BlockSyntax handler)
    {
    }
}

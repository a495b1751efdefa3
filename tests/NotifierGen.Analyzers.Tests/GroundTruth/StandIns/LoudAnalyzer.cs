using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NotifierGen.Analyzers.Tests.GroundTruth.StandIns;

/// <summary>Reports each rule at each statement of a handler: it misses nothing.</summary>
#pragma warning disable RS1001 // No compiler loads it.
internal sealed class LoudAnalyzer : StandIn
#pragma warning restore RS1001
{
    protected override void Analyse(SyntaxNodeAnalysisContext context, BlockSyntax handler)
    {
        foreach (StatementSyntax statement in handler.Statements)
        {
            foreach (DiagnosticDescriptor rule in SupportedDiagnostics)
            {
                context.ReportDiagnostic(Diagnostic.Create(rule, statement.GetLocation()));
            }
        }
    }
}

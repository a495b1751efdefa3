using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Analyzers.Tests.GroundTruth.Comparison;

namespace NotifierGen.Analyzers.Tests.GroundTruth.StandIns;

/// <summary>Analyzers whose verdict is known beforehand, to test what judges analyzers.</summary>
internal abstract class StandIn : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<DiagnosticDescriptor> s_rules =
        [.. new[] { Report.AfterResume, Report.MaybeRunning, Report.Later, Report.Resumes }.Select(static id => new DiagnosticDescriptor(id, "Stand-in", "Stand-in", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true))];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => s_rules;

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(
            node =>
            {
                var method = (MethodDeclarationSyntax)node.Node;
                if (method.AttributeLists.Count > 0 && method.Body is not null)
                {
                    Analyse(node, method.Body);
                }
            },
            Microsoft.CodeAnalysis.CSharp.SyntaxKind.MethodDeclaration);
    }

    protected abstract void Analyse(SyntaxNodeAnalysisContext context, BlockSyntax handler);
}

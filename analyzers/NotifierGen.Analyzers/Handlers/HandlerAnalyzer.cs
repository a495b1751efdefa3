using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Generator.Parsing;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Handlers;

/// <summary>
/// Reports the mistakes for which the generator leaves a handler out: NG0001, NG0002, NG0003, NG0005, NG0006 and NG0008. One analyzer, because
/// the generator decides by one check, and both must never disagree.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.HandlerSignature,
        Descriptors.UnreachableHandler,
        Descriptors.PhaseWithoutMeaning,
        Descriptors.DuplicateHandler,
        Descriptors.DeviceType,
        Descriptors.MeaninglessArgument);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // Also where a tool wrote the file: a handler must not go missing without a word.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(HandlerAttribute.MetadataName) is null)
            {
                return;
            }

            start.RegisterSymbolAction(CheckMethod, SymbolKind.Method);
            start.RegisterSyntaxNodeAction(
                CheckFunction,
                SyntaxKind.LocalFunctionStatement,
                SyntaxKind.ParenthesizedLambdaExpression,
                SyntaxKind.SimpleLambdaExpression);
        });
    }

    private static void CheckMethod(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;

        // A partial method comes in two parts that carry the same attributes: one of them speaks for both.
        if (method.PartialDefinitionPart is not null || !HandlerRules.IsHandler(method))
        {
            return;
        }

        foreach (RuleViolation violation in HandlerRules.Check(method, context.CancellationToken))
        {
            context.ReportDiagnostic(violation.ToDiagnostic(context.CancellationToken));
        }
    }

    // Functions inside bodies are no symbols of their own to the driver.
    private static void CheckFunction(SyntaxNodeAnalysisContext context)
    {
        SyntaxList<AttributeListSyntax> attributes = context.Node switch
        {
            LocalFunctionStatementSyntax function => function.AttributeLists,
            LambdaExpressionSyntax lambda => lambda.AttributeLists,
            _ => default,
        };
        if (attributes.Count == 0)
        {
            return;
        }

        ISymbol? symbol = context.Node is LocalFunctionStatementSyntax
            ? context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken)
            : context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol;
        if (symbol is not IMethodSymbol method || !HandlerAttribute.IsOn(method))
        {
            return;
        }

        foreach (RuleViolation violation in HandlerRules.Check(method, context.CancellationToken))
        {
            context.ReportDiagnostic(violation.ToDiagnostic(context.CancellationToken));
        }
    }
}

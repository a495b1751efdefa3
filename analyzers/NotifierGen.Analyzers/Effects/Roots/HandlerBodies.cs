using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Effects.Roots;

/// <summary>Hands the bodies of handlers to an analyzer, and no others: nothing is bound where no handler is.</summary>
internal static class HandlerBodies
{
    public static void Register(CompilationStartAnalysisContext context, Action<OperationBlockAnalysisContext, IMethodSymbol, List<HandlerRow>> analyze)
    {
        if (context.Compilation.GetTypeByMetadataName(HandlerAttribute.MetadataName) is null
            || HandlerText.Of(context.Compilation, context.CancellationToken) is not { } text)
        {
            return;
        }

        var handlers = new HandlerMethods(text);
        context.RegisterSymbolStartAction(
            start =>
            {
                Dictionary<IMethodSymbol, List<HandlerRow>> roots = handlers.Of((INamedTypeSymbol)start.Symbol);
                if (roots.Count > 0)
                {
                    // The driver may hand out both parts of a partial method.
                    var analyzed = new ConcurrentDictionary<(SyntaxTree, TextSpan), bool>();
                    start.RegisterOperationBlockAction(block =>
                    {
                        if (block.OwningSymbol is IMethodSymbol handler
                            && Rows(roots, handler) is { } rows
                            && Of(block).FirstOrDefault()?.Syntax is { } body
                            && analyzed.TryAdd((body.SyntaxTree, body.Span), true))
                        {
                            analyze(block, handler, rows);
                        }
                    });
                }
            },
            SymbolKind.NamedType);
    }

    /// <summary>The body among the blocks of a method: its attributes and the defaults of its parameters are blocks, too.</summary>
    public static IEnumerable<IOperation> Of(OperationBlockAnalysisContext context) => context.OperationBlocks.Where(static block => block is IBlockOperation);

    // The attribute may stand on the part of a partial method that has no body.
    private static List<HandlerRow>? Rows(Dictionary<IMethodSymbol, List<HandlerRow>> roots, IMethodSymbol handler) =>
        roots.TryGetValue(handler, out List<HandlerRow>? rows) ? rows
        : handler.PartialDefinitionPart is { } definition && roots.TryGetValue(definition, out rows) ? rows
        : null;
}

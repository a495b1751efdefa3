using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using NotifierGen.Analyzers;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.CodeFixes.Effects;

/// <summary>
/// Moves a handler to Phase.BeforeVmStart. A Failed handler then has to ask for stopped vCPUs, since a migration may fail before the VM was
/// stopped (NG1002); the other events of that phase find the VM stopped.
/// </summary>
internal sealed class BeforeVmStartFix : IDocumentFix
{
    public Task<string?> TitleAsync(BoundDocument document, Diagnostic diagnostic) =>
        Task.FromResult(Find(document, diagnostic).IsEmpty ? null : "Move the handler to Phase.BeforeVmStart");

    public Task<SyntaxNode> FixAsync(BoundDocument document, ImmutableArray<Diagnostic> diagnostics)
    {
        var attributes = new Dictionary<SyntaxNode, WrittenAttribute>();
        foreach (WrittenAttribute attribute in diagnostics.SelectMany(diagnostic => Find(document, diagnostic)))
        {
            attributes[attribute.Syntax] = attribute;
        }

        return Task.FromResult(document.Root.ReplaceNodes(
            attributes.Keys,
            (original, _) => Move(attributes[original], document)));
    }

    private static ImmutableArray<WrittenAttribute> Find(BoundDocument document, Diagnostic diagnostic)
    {
        if (!Causes.IsPhase(diagnostic)
            || TouchingHandler.Find(document, diagnostic) is not { } handler
            || handler.Attributes(document) is not { } attributes
            || AsksWhetherTheVmStarted(handler, document))
        {
            return ImmutableArray<WrittenAttribute>.Empty;
        }

        ImmutableArray<WrittenAttribute> late = attributes.Where(attribute => IsLate(attribute.Meaning)).ToImmutableArray();
        return late.Any(attribute => WouldBeCalledTwice(attribute.Meaning, handler.Symbol)) ? ImmutableArray<WrittenAttribute>.Empty : late;
    }

    private static bool IsLate(in HandlerAttribute attribute) => attribute is { HasPhases: true, Phase: PhaseKind.AfterVmStart };

    // The same code may be named by another attribute of the method or of one that it overrides (NG0005).
    private static bool WouldBeCalledTwice(in HandlerAttribute late, IMethodSymbol handler)
    {
        for (IMethodSymbol? method = handler; method is not null; method = method.OverriddenMethod)
        {
            foreach (AttributeData data in method.GetAttributes())
            {
                if (HandlerAttribute.TryRead(data, out HandlerAttribute other)
                    && other.Event == late.Event && other.Phase == PhaseKind.BeforeVmStart && (other.Modes & late.Modes) != 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Such a handler cares about what only Phase.AfterVmStart knows.
    private static bool AsksWhetherTheVmStarted(TouchingHandler handler, BoundDocument document) => handler.Method
        .DescendantNodes()
        .OfType<IdentifierNameSyntax>()
        .Any(name => name.Identifier.ValueText == "VmStarted"
            && document.Model.GetSymbolInfo(name, document.CancellationToken).Symbol is IPropertySymbol property
            && HandlerAttribute.IsNotifierGenType(property.ContainingType, "MigrationContext"));

    private static AttributeSyntax Move(WrittenAttribute attribute, BoundDocument document)
    {
        AttributeSyntax syntax = attribute.Syntax;
        if (ViolationReport.FindArgument(syntax, "phase") is { } argument)
        {
            syntax = syntax.ReplaceNode(argument.Expression, Early(argument.Expression, document));
        }

        return attribute.Meaning.Event == EventKind.Failed ? WrittenAttribute.RequiringStoppedVm(syntax) : syntax;
    }

    // Phase.AfterVmStart, however it is qualified; a constant or a cast is replaced as a whole.
    private static ExpressionSyntax Early(ExpressionSyntax late, BoundDocument document)
    {
        SimpleNameSyntax? name = late switch
        {
            IdentifierNameSyntax identifier => identifier,
            MemberAccessExpressionSyntax access => access.Name,
            _ => null,
        };
        return name is not null && document.Model.GetSymbolInfo(name, document.CancellationToken).Symbol is IFieldSymbol field
            && HandlerAttribute.IsNotifierGenType(field.ContainingType, "Phase")
                ? late.ReplaceNode(name, SyntaxFactory.IdentifierName("BeforeVmStart").WithTriviaFrom(name))
                : SyntaxFactory.ParseExpression("global::NotifierGen.Phase.BeforeVmStart")
                    .WithTriviaFrom(late)
                    .WithAdditionalAnnotations(Simplifier.Annotation);
    }
}

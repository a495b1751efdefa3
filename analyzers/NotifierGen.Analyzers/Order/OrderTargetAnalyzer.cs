using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Generator.Model;
using NotifierGen.Generator.Parsing;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Order;

/// <summary>Reports NG0007: an After or Before that orders nothing, because the class it names has no row for that event and phase.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OrderTargetAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.OrderWithoutTarget);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(HandlerAttribute.MetadataName) is not null)
            {
                start.RegisterSymbolAction(CheckMethod, SymbolKind.Method);
            }
        });
    }

    private static void CheckMethod(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null)
        {
            return;
        }

        foreach (AttributeData data in method.GetAttributes())
        {
            if (!data.NamedArguments.IsEmpty && HandlerAttribute.TryRead(data, out HandlerAttribute attribute)
                && attribute is { Event: <= EventKind.IncomingFailed, Phase: <= PhaseKind.AfterVmStart })
            {
                CheckEdges(context, method, in attribute, "After");
                CheckEdges(context, method, in attribute, "Before");
            }
        }
    }

    private static void CheckEdges(SymbolAnalysisContext context, IMethodSymbol method, in HandlerAttribute attribute, string argument)
    {
        ImmutableArray<TypedConstant> targets = attribute.Types(argument);
        for (int i = 0; i < targets.Length; i++)
        {
            if (targets[i].Value is not ITypeSymbol target || target.TypeKind == TypeKind.Error
                || HasRow(target, in attribute, context.Compilation, context.CancellationToken))
            {
                continue;
            }

            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.OrderWithoutTarget,
                Locate(attribute.Data, argument, i, ViolationReport.NameOf(method), context.CancellationToken),
                argument,
                target.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat),
                attribute.Describe()));
        }
    }

    // An edge means the rows of the named type or else of the nearest type that it derives from.
    private static bool HasRow(ITypeSymbol target, in HandlerAttribute attribute, Compilation compilation, CancellationToken cancellationToken)
    {
        for (INamedTypeSymbol? type = target as INamedTypeSymbol; type is not null; type = type.BaseType)
        {
            if (DeclaresRow(type.OriginalDefinition, in attribute, compilation, cancellationToken))
            {
                return true;
            }
        }

        foreach (INamedTypeSymbol type in target.AllInterfaces)
        {
            if (DeclaresRow(type.OriginalDefinition, in attribute, compilation, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private static bool DeclaresRow(INamedTypeSymbol type, in HandlerAttribute attribute, Compilation compilation, CancellationToken cancellationToken)
    {
        if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly))
        {
            return IsInManifest(type, in attribute, compilation, cancellationToken);
        }

        foreach (ISymbol member in type.GetMembers())
        {
            if (member is not IMethodSymbol method)
            {
                continue;
            }

            foreach (AttributeData data in method.GetAttributes())
            {
                if (HandlerAttribute.TryRead(data, out HandlerAttribute other) && other.IsSameMoment(in attribute))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Private handlers of another assembly are no symbols here; their rows are.
    private static bool IsInManifest(INamedTypeSymbol type, in HandlerAttribute attribute, Compilation compilation, CancellationToken cancellationToken)
    {
        if (type.ContainingAssembly is not { } assembly || !ManifestParser.MayHaveManifest(assembly))
        {
            return false;
        }

        TypeKey key = TypeNames.Key(type);
        Section section = HandlerParser.SectionOf(attribute.Event, attribute.Phase);
        foreach (ComposableRow row in ManifestParser.Parse(compilation, cancellationToken))
        {
            if (row.DeviceKey == key && row.Row.Section == section)
            {
                return true;
            }
        }

        return false;
    }

    private static Location Locate(AttributeData attribute, string argument, int index, Location otherwise, CancellationToken cancellationToken)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax syntax
            && ViolationReport.FindArgument(syntax, argument)?.Expression is { } expression)
        {
            SeparatedSyntaxList<ExpressionSyntax>? elements = expression switch
            {
                ArrayCreationExpressionSyntax array => array.Initializer?.Expressions,
                ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
                _ => null,
            };
            if (elements is { } list && index < list.Count)
            {
                return list[index].GetLocation();
            }
        }

        return ViolationReport.Locate(attribute, argument, otherwise, cancellationToken);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotifierGen.Generator.Model;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Generator.Parsing;

/// <summary>Reads <c>[DispatchTable]</c> classes.</summary>
internal static class DispatcherParser
{
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) => node is ClassDeclarationSyntax;

    /// <summary>Reads one class; null if it breaks a rule.</summary>
    public static DispatcherModel? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        if (context.TargetSymbol is not INamedTypeSymbol type || !DispatcherRules.Check(type, cancellationToken).IsEmpty)
        {
            return null;
        }

        return new DispatcherModel(
            TypeNames.FullName(type),
            DeviceParser.ParseDeclaration(type),
            InheritsTable(type),
            SuppressionParser.ParseAssembly(type.ContainingAssembly));
    }

    /// <summary>A base class may be a dispatcher itself, of this assembly (its Table is not generated yet) or of another one.</summary>
    private static bool InheritsTable(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (DispatcherRules.IsDispatcher(current) || current.GetMembers("Table").Any(member => member.DeclaredAccessibility != Accessibility.Private))
            {
                return true;
            }
        }

        return false;
    }
}

using Microsoft.CodeAnalysis;
using NotifierGen.Generator.Model;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Generator.Parsing;

/// <summary>Reads <c>[DispatchTable]</c> classes.</summary>
internal static class DispatcherParser
{
    /// <summary>Reads one class; null if it is no dispatcher, or breaks a rule.</summary>
    public static DispatcherModel? Parse(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (!DispatcherRules.HasTable(type, cancellationToken))
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

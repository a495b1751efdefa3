using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>Finds the defining part of a partial property, on which everything is written; the oldest Roslyn supported does not tell it.</summary>
internal static class PartialProperties
{
    /// <summary>The defining part, if the symbol is the implementing one (or an accessor of it); otherwise null.</summary>
    public static ISymbol? DefinitionOf(ISymbol symbol)
    {
        if (symbol is IMethodSymbol { AssociatedSymbol: IPropertySymbol owner } accessor)
        {
            return DefinitionOf(owner) switch
            {
                IPropertySymbol definition => accessor.MethodKind == MethodKind.PropertyGet ? definition.GetMethod : definition.SetMethod,
                _ => null,
            };
        }

        // The implementing part is no member of its type.
        if (symbol is not IPropertySymbol { ContainingType: { } type, Locations: [{ IsInSource: true }, ..] } property)
        {
            return null;
        }

        IPropertySymbol? sameSignature = null;
        foreach (ISymbol member in type.GetMembers(property.Name))
        {
            if (ReferenceEquals(member, property))
            {
                return null;
            }

            if (member is IPropertySymbol other && other.GetDocumentationCommentId() == property.GetDocumentationCommentId())
            {
                sameSignature = other;
            }
        }

        return sameSignature;
    }
}

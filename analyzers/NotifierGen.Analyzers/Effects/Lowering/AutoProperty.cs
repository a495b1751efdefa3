using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <summary>Tells properties that only keep what is assigned to them.</summary>
internal static class AutoProperty
{
    public static bool IsAuto(IPropertySymbol property)
    {
        if (property.IsAbstract || property.DeclaringSyntaxReferences.Length == 0)
        {
            return false;
        }

        return property.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            PropertyDeclarationSyntax { AccessorList: { } accessors } => accessors.Accessors.All(static accessor => accessor.Body is null && accessor.ExpressionBody is null),
            ParameterSyntax => true,
            _ => false,
        };
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <summary>Reads from the syntax what symbols do not tell of constructors.</summary>
internal static class InitialiserSyntax
{
    public static bool IsInitialised(ISymbol member) => member.DeclaringSyntaxReferences.Length > 0 && member.DeclaringSyntaxReferences[0].GetSyntax() switch
    {
        VariableDeclaratorSyntax field => field.Initializer is not null,
        PropertyDeclarationSyntax property => property.Initializer is not null,
        _ => false,
    };

    /// <summary>The type of the object that a readonly field is initialised with, if no constructor assigns another.</summary>
    public static INamedTypeSymbol? CreatedIn(IFieldSymbol field, MemberScope scope)
    {
        if (!field.IsReadOnly || field.Type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface }
            || field.DeclaringSyntaxReferences.Length == 0
            || scope.Services.Files.IndexOf(field.DeclaringSyntaxReferences[0].SyntaxTree) is not (>= 0 and int tree)
            || field.DeclaringSyntaxReferences[0].GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax created }
            || IsAssignedInConstructor(field))
        {
            return null;
        }

        return scope.Services.Files.Model(tree).GetTypeInfo(created).Type as INamedTypeSymbol;
    }

    private static bool IsAssignedInConstructor(IFieldSymbol field)
    {
        foreach (IMethodSymbol constructor in field.IsStatic ? field.ContainingType.StaticConstructors : field.ContainingType.InstanceConstructors)
        {
            foreach (SyntaxReference reference in constructor.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax() is ConstructorDeclarationSyntax declaration
                    && declaration.DescendantTokens().Any(token => token.ValueText == field.Name))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The call of the base's constructor in the base list of a type with a primary constructor.</summary>
    public static PrimaryConstructorBaseTypeSyntax? PrimaryBase(SyntaxNode node) =>
        (node as TypeDeclarationSyntax)?.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault();
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotifierGen.Analyzers.Tests.GroundTruth.Generation;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Metamorphosis;

/// <summary>Two files for one: classes become partial, and half of their methods move.</summary>
internal static class PartialFiles
{
    public static IEnumerable<CompilationUnitSyntax> Split(CompilationUnitSyntax program, Dice dice)
    {
        var space = (NamespaceDeclarationSyntax)program.Members[0];
        var stay = new List<MemberDeclarationSyntax>();
        var move = new List<MemberDeclarationSyntax>();
        foreach (MemberDeclarationSyntax member in space.Members)
        {
            if (member is ClassDeclarationSyntax { TypeParameterList: null } type)
            {
                HashSet<MemberDeclarationSyntax> moved = [.. type.Members.Where(candidate => candidate is MethodDeclarationSyntax && dice.Chance(50))];
                ClassDeclarationSyntax part = Partial(type);
                stay.Add(part.WithMembers([.. type.Members.Where(candidate => !moved.Contains(candidate))]));
                move.Add(part.WithMembers([.. moved]).WithBaseList(null).WithParameterList(null).WithAttributeLists([]));
            }
            else
            {
                (dice.Chance(50) ? stay : move).Add(member);
            }
        }

        // The second file first: its path decides nothing either.
        return [Of(program, space, move), Of(program, space, stay)];
    }

    private static ClassDeclarationSyntax Partial(ClassDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.PartialKeyword)
        ? type
        : type.AddModifiers(SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space));

    private static CompilationUnitSyntax Of(CompilationUnitSyntax program, NamespaceDeclarationSyntax space, List<MemberDeclarationSyntax> members) =>
        program.ReplaceNode(space, space.WithMembers([.. members]));
}

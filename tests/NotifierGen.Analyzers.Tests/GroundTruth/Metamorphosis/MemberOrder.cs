using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotifierGen.Analyzers.Tests.GroundTruth.Generation;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Metamorphosis;

/// <summary>The order of types and members, which means nothing but for initialisers: they run as they are written, and stay.</summary>
internal static class MemberOrder
{
    public static CompilationUnitSyntax Shuffle(CompilationUnitSyntax program, Dice dice)
    {
        CompilationUnitSyntax shuffled = program.ReplaceNodes(
            program.DescendantNodes().OfType<TypeDeclarationSyntax>(),
            (_, type) => type.WithMembers(Shuffle(type.Members, dice)));
        var space = (NamespaceDeclarationSyntax)shuffled.Members[0];
        return shuffled.ReplaceNode(space, space.WithMembers(Shuffle(space.Members, dice)));
    }

    private static SyntaxList<MemberDeclarationSyntax> Shuffle(SyntaxList<MemberDeclarationSyntax> members, Dice dice)
    {
        MemberDeclarationSyntax[] free = [.. members.Where(static member => !IsInitialised(member))];
        for (int i = free.Length - 1; i > 0; i--)
        {
            int j = dice.Below(i + 1);
            (free[i], free[j]) = (free[j], free[i]);
        }

        int next = 0;
        return [.. members.Select(member => IsInitialised(member) ? member : free[next++])];
    }

    private static bool IsInitialised(MemberDeclarationSyntax member) => member switch
    {
        BaseFieldDeclarationSyntax => true,
        PropertyDeclarationSyntax property => property.Initializer is not null,
        _ => false,
    };
}

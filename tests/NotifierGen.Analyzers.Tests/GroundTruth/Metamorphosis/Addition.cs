using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Metamorphosis;

/// <summary>Code that is added to a program.</summary>
internal static class Addition
{
    /// <summary>A class that does everything that is forbidden, and that nobody names.</summary>
    public static CompilationUnitSyntax UnusedClass(CompilationUnitSyntax program)
    {
        var space = (NamespaceDeclarationSyntax)program.Members[0];
        MemberDeclarationSyntax unused = SyntaxFactory.ParseMemberDeclaration("""
            internal sealed class Unused
            {
                private readonly int _read = Machine.Cpu.Pc;

                internal void Run()
                {
                    Machine.Vm.Start();
                    Machine.Cpu.Pc = _read;
                    Task.Run(Run);
                }
            }
            """)!;
        return program.ReplaceNode(space, space.AddMembers(unused));
    }

    /// <summary>The VM is started before anything else happens in a handler.</summary>
    public static CompilationUnitSyntax ResumeFirst(CompilationUnitSyntax program, IEnumerable<Handler> handlers) => InBodies(
        program, handlers, static body => body.WithStatements(body.Statements.Insert(0, SyntaxFactory.ParseStatement("Machine.Vm.Start();\n"))));

    /// <summary>All of a handler happens in a pausing scope.</summary>
    public static CompilationUnitSyntax PauseAround(CompilationUnitSyntax program, IEnumerable<Handler> handlers) => InBodies(
        program,
        handlers,
        static body => SyntaxFactory.Block(((UsingStatementSyntax)SyntaxFactory.ParseStatement("using (Machine.Vm.PauseScope())\n{\n}\n")).WithStatement(body)));

    private static CompilationUnitSyntax InBodies(CompilationUnitSyntax program, IEnumerable<Handler> handlers, Func<BlockSyntax, BlockSyntax> change)
    {
        HashSet<string> names = [.. handlers.Select(static handler => handler.Name)];
        IEnumerable<BlockSyntax> bodies = program
            .DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .Where(method => names.Contains(method.Identifier.ValueText))
            .Select(static method => method.Body)
            .OfType<BlockSyntax>();
        return program.ReplaceNodes(bodies, (body, _) => change(body));
    }
}

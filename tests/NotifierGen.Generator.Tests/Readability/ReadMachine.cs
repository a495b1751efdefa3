using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Readability;

/// <summary>A machine of two projects in an IDE: what stands in its generated files, and where names in them lead.</summary>
internal static class ReadMachine
{
    private static readonly TestProject s_devices = new(
        "Devices",
        """
        namespace Devices
        {
            internal sealed partial class Nic
            {
                [OnMigrationEvent(Setup)]
                private void OnSetup() { }
            }

            public partial class Queue<T>
            {
                [OnMigrationEvent(Failed)]
                private void OnFailed(in MigrationContext context) { }

                public void OnFailed(string why) { }
            }
        }
        """);

    private static readonly TestProject s_emulator = new(
        "Emulator",
        """
        namespace Emulator
        {
            public sealed class Uart
            {
                [OnMigrationEvent(Failed, Order = 1)]
                public void OnFailed() { }

                public void OnFailed(int times) { }

                [OnMigrationEvent(Failed, Phase.AfterVmStart)]
                internal static void Announce(in MigrationContext context) { }
            }

            public sealed partial class Ring<T>
            {
                [OnMigrationEvent(Done)]
                private void OnDone() { }
            }

            /// <summary>The devices of the board.</summary>
            [DispatchTable]
            public sealed partial class Board : MigrationDispatcher { }
        }
        """)
    {
        References = [s_devices],
    };

    private static readonly GeneratedProject s_generated = GeneratedProject.Generate(s_emulator, LanguageVersion.Latest, asImages: false);

    /// <summary>The project of the dispatcher.</summary>
    public static CSharpCompilation Emulator => s_generated.Output;

    /// <summary>The handlers in the order of the rows.</summary>
    public static readonly string[] Handlers =
        ["Devices.Nic.OnSetup()", "Emulator.Ring<T>.OnDone()", "Devices.Queue<T>.OnFailed(in MigrationContext)", "Emulator.Uart.OnFailed()", "Emulator.Uart.Announce(in MigrationContext)"];

    /// <summary>The generated part of the dispatcher.</summary>
    public static ClassDeclarationSyntax Dispatcher { get; } =
        Emulator.SyntaxTrees.Single(tree => tree.FilePath.EndsWith("Board-DispatchTable.g.cs", StringComparison.Ordinal)).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Single();

    /// <summary>The names that a declaration's documentation links to.</summary>
    public static IReadOnlyList<CrefSyntax> Links(MemberDeclarationSyntax declaration) =>
        [.. declaration.GetLeadingTrivia().Select(trivia => trivia.GetStructure()).OfType<DocumentationCommentTriviaSyntax>().SelectMany(comment => comment.DescendantNodes().OfType<XmlCrefAttributeSyntax>()).Select(attribute => attribute.Cref)];

    /// <summary>The methods that a name means, as the IDE's semantic model says it: one, or all overloads.</summary>
    public static IReadOnlyList<IMethodSymbol> Definitions(SyntaxNode name)
    {
        Compilation project = s_generated.References.Select(reference => reference.Output).Prepend(Emulator).Single(compilation => compilation.ContainsSyntaxTree(name.SyntaxTree));
        SymbolInfo found = project.GetSemanticModel(name.SyntaxTree).GetSymbolInfo(name);
        return [.. found.CandidateSymbols.Append(found.Symbol).OfType<IMethodSymbol>()];
    }

    public static bool IsGenerated(ISymbol symbol) => SourceOf(symbol).SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal);

    public static MethodDeclarationSyntax SourceOf(ISymbol symbol) => (MethodDeclarationSyntax)symbol.DeclaringSyntaxReferences.Single().GetSyntax();

    public static string Describe(IMethodSymbol method) => method.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat).Replace("NotifierGen.MigrationContext", "MigrationContext", StringComparison.Ordinal);
}

using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Language;

/// <summary>A program that is kept as text: its types without a namespace, its handlers recognised by their attributes.</summary>
internal static class SourceProgram
{
    public static FuzzProgram Of(string source, bool isExact = true)
    {
        CompilationUnitSyntax unit = SyntaxFactory.ParseCompilationUnit(source);
        IEnumerable<Handler> handlers = unit.DescendantNodes().OfType<MethodDeclarationSyntax>().Select(HandlerOf).OfType<Handler>();

        // The oracle asks nothing of the seed; it only has to be the same each time.
        return new FuzzProgram(1, isExact, new Node(Sort.Program, source), [.. handlers]);
    }

    private static Handler? HandlerOf(MethodDeclarationSyntax method)
    {
        AttributeSyntax? attribute = method.AttributeLists.SelectMany(static list => list.Attributes).FirstOrDefault(static attribute => attribute.Name.ToString() == "OnMigrationEvent");
        return attribute is null || method.Parent is not BaseTypeDeclarationSyntax type
            ? null
            : new Handler(method.Identifier.ValueText, type.Identifier.ValueText, EntryOf(attribute.ArgumentList?.ToString() ?? ""));
    }

    private static HandlerEntry EntryOf(string arguments) => arguments switch
    {
        _ when arguments.Contains("AfterVmStart", StringComparison.Ordinal) => HandlerEntry.Running,
        _ when arguments.Contains("RequiresStoppedVm = true", StringComparison.Ordinal) => HandlerEntry.Stopped,
        _ => HandlerEntry.Unknown,
    };
}

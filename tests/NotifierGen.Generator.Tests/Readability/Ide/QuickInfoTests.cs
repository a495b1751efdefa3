using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.QuickInfo;

namespace NotifierGen.Generator.Tests.Readability.Ide;

/// <summary>What an IDE shows over a name: the services behind it, in a workspace without a screen.</summary>
public class QuickInfoTests
{
    private const string Rows =
        """
        The rows in call order:

        1. Setup: Devices.Nic.OnSetup
        2. Done: Emulator.Ring<T>.OnDone
        3. Failed, BeforeVmStart: Devices.Queue<T>.OnFailed
        4. Failed, BeforeVmStart: Emulator.Uart.OnFailed
        5. Failed, AfterVmStart: Emulator.Uart.Announce
        """;

    [Fact]
    public async Task TheDispatcherShowsItsRowsBelowItsSummary()
    {
        ImmutableArray<QuickInfoSection> sections = await ShowOver("Board : MigrationDispatcher");

        Assert.Equal("The devices of the board.", Text(sections, QuickInfoSectionKinds.DocumentationComments));
        Assert.Equal(Rows.ReplaceLineEndings("\n"), Text(sections, QuickInfoSectionKinds.RemarksDocumentationComments));
    }

    [Fact]
    public async Task TheTableShowsItsRows()
    {
        ImmutableArray<QuickInfoSection> sections = await ShowOver("Table => s_table.Rows;");

        Assert.Equal(Rows.ReplaceLineEndings("\n"), Text(sections, QuickInfoSectionKinds.DocumentationComments));
    }

    private static string Text(ImmutableArray<QuickInfoSection> sections, string kind) =>
        sections.Single(section => section.Kind == kind).Text.Trim().ReplaceLineEndings("\n");

    private static async Task<ImmutableArray<QuickInfoSection>> ShowOver(string text)
    {
        CSharpCompilation emulator = ReadMachine.Emulator;
        using AdhocWorkspace workspace = new(MefHostServices.Create(MefHostServices.DefaultAssemblies));
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Emulator", "Emulator", LanguageNames.CSharp,
            compilationOptions: emulator.Options, parseOptions: emulator.SyntaxTrees[0].Options, metadataReferences: emulator.References));
        foreach (SyntaxTree tree in emulator.SyntaxTrees)
        {
            project = project.AddDocument(Path.GetFileName(tree.FilePath), await tree.GetTextAsync()).Project;
        }

        foreach (Document document in project.Documents)
        {
            int position = (await document.GetTextAsync()).ToString().IndexOf(text, StringComparison.Ordinal);
            if (position >= 0)
            {
                return (await QuickInfoService.GetService(document)!.GetQuickInfoAsync(document, position))!.Sections;
            }
        }

        throw new ArgumentException($"'{text}' stands in no file.", nameof(text));
    }
}

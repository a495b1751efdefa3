using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace NotifierGen.CodeFixes.Effects;

/// <summary>Mends NG1001: touches the vCPUs before the VM starts, or while it is paused.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TouchAfterResumeCodeFix))]
public sealed class TouchAfterResumeCodeFix : DocumentCodeFixes
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("NG1001");

    // What lets the guest run undisturbed comes first.
    private protected override ImmutableArray<IDocumentFix> Fixes { get; } =
        ImmutableArray.Create<IDocumentFix>(new BeforeVmStartFix(), new AboveResumeFix(), new PauseFix());
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace NotifierGen.CodeFixes.Effects;

/// <summary>Mends NG1004: the session starts the VM, so the handler does not.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HandlerResumesVmCodeFix))]
public sealed class HandlerResumesVmCodeFix : DocumentCodeFixes
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("NG1004");

    private protected override ImmutableArray<IDocumentFix> Fixes { get; } = ImmutableArray.Create<IDocumentFix>(new RemoveResumeFix());
}

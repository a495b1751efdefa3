using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace NotifierGen.CodeFixes.Effects;

/// <summary>Mends NG1002: asks for stopped vCPUs, or touches them only where they are.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TouchWhileMaybeRunningCodeFix))]
public sealed class TouchWhileMaybeRunningCodeFix : DocumentCodeFixes
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("NG1002");

    private protected override ImmutableArray<IDocumentFix> Fixes { get; } =
        ImmutableArray.Create<IDocumentFix>(new StoppedVmFix(), new GuardFix());
}

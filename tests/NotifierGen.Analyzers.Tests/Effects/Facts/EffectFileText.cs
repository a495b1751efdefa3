using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NotifierGen.Analyzers.Tests.Effects.Facts;

/// <summary>An additional file that is nowhere on the disk.</summary>
internal sealed class EffectFileText(string text, string path = "/src/VmEffects.txt") : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}

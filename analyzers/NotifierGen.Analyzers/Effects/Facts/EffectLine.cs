using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>A line of an effect file that is neither blank nor only a comment: <c>verb ID [when=parameter:constant]</c>.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Line">The line's number, from 0.</param>
/// <param name="Start">Where the line starts in the file.</param>
/// <param name="Words">Its words, at least one.</param>
internal sealed record EffectLine(string Path, int Line, int Start, Word[] Words)
{
    /// <summary>The first word.</summary>
    public Word Verb => Words[0];

    /// <summary>The place of a word, in the file.</summary>
    public Location Locate(Word word) => Location.Create(
        Path,
        word.Span,
        new LinePositionSpan(new LinePosition(Line, word.Span.Start - Start), new LinePosition(Line, word.Span.End - Start)));
}

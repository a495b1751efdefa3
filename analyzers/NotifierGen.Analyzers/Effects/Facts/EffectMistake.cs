using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>Why a line of an effect file is not used (NG0101), at the word that is wrong.</summary>
internal readonly record struct EffectMistake(EffectLine Line, Word Word, string Reason)
{
    private const int LongestReason = 1000;

    /// <summary>The diagnostic; a word that fills pages is not repeated in full.</summary>
    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        Descriptors.EffectFileLine,
        Line.Locate(Word),
        Reason.Length <= LongestReason ? Reason : Reason.Substring(0, LongestReason) + "...");
}

using Microsoft.CodeAnalysis.Text;

namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>A word of an effect file and where it stands.</summary>
internal readonly record struct Word(string Text, TextSpan Span);

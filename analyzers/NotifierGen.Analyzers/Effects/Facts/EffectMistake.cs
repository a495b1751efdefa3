namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>Why a line of an effect file is not used (NG0101), at the word that is wrong.</summary>
internal readonly record struct EffectMistake(EffectLine Line, Word Word, string Reason);

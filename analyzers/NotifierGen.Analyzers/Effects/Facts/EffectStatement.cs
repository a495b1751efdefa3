using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>A line of an effect file whose ID names something that its verb can be said of.</summary>
/// <param name="Line">The line.</param>
/// <param name="Verb">Its verb.</param>
/// <param name="Symbols">What its ID names; more than one if several assemblies declare it.</param>
/// <param name="Condition">For which calls alone it holds.</param>
internal sealed record EffectStatement(EffectLine Line, EffectVerb Verb, ImmutableArray<ISymbol> Symbols, EffectCondition? Condition)
{
    /// <summary>Reads a line; null if it says nothing, and the mistake says why.</summary>
    public static EffectStatement? Read(EffectLine line, Compilation compilation, out EffectMistake mistake)
    {
        if (EffectVerb.Find(line.Verb.Text) is not { } verb)
        {
            mistake = new EffectMistake(line, line.Verb, Spelling.Explain(line.Verb.Text));
            return null;
        }

        if (line.Words.Length < 2)
        {
            mistake = new EffectMistake(line, line.Verb, $"'{verb.Name}' of what? Add a documentation comment ID, for example {Example(verb)}");
            return null;
        }

        if (line.Words.Length > 3)
        {
            mistake = new EffectMistake(line, line.Words[3], $"nothing may follow '{line.Words[2].Text}'; a comment starts with '#', and an ID has no blanks");
            return null;
        }

        Word id = line.Words[1];
        if (!DocumentationId.IsWellFormed(id.Text))
        {
            mistake = new EffectMistake(line, id, $"'{id.Text}' is no documentation comment ID; one starts with T:, F:, P:, E: or M:, for example {Example(verb)}");
            return null;
        }

        ImmutableArray<ISymbol> symbols = DocumentationId.Resolve(id.Text, compilation);
        if (symbols.IsEmpty)
        {
            mistake = new EffectMistake(line, id, UnknownId.Explain(id.Text, compilation));
            return null;
        }

        ImmutableArray<ISymbol> fitting = symbols.RemoveAll(symbol => EffectFit.Mistake(verb, symbol) is not null);
        if (fitting.IsEmpty)
        {
            mistake = new EffectMistake(line, id, EffectFit.Mistake(verb, symbols[0])!);
            return null;
        }

        EffectCondition? condition = null;
        if (line.Words.Length == 3)
        {
            if (!EffectCondition.TryRead(line.Words[2].Text, verb, fitting[0], out EffectCondition read, out string reason))
            {
                mistake = new EffectMistake(line, line.Words[2], reason);
                return null;
            }

            condition = read;
        }

        mistake = default;
        return new EffectStatement(line, verb, fitting, condition);
    }

    private static string Example(EffectVerb verb) => verb == EffectVerb.VcpuStateByAttribute
        ? "'T:Emulator.ImportAttribute'"
        : verb.Effects is MemberEffects.StoppedWhenTrue or MemberEffects.StoppedWhenFalse
            ? "'P:Emulator.IMachine.IsPaused'"
            : "'M:Emulator.ICpu.Reset'";
}

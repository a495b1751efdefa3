using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>A line of an effect file whose ID names something that its verb can be said of.</summary>
internal sealed record EffectStatement(EffectVerb Verb, ImmutableArray<ISymbol> Symbols, EffectCondition? Condition)
{
    /// <summary>Reads a line; if it says nothing, the mistake says why.</summary>
    public static bool TryRead(EffectLine line, Compilation compilation, out EffectStatement? statement, out EffectMistake mistake)
    {
        statement = null;
        if (EffectVerb.Find(line.Verb.Text) is not { } verb)
        {
            mistake = new EffectMistake(line, line.Verb, $"'{line.Verb.Text}' is no verb");
            return false;
        }

        if (line.Words.Length is < 2 or > 3)
        {
            mistake = new EffectMistake(line, line.Verb, $"write '{verb.Name}', a documentation comment ID and perhaps 'when=parameter:constant'");
            return false;
        }

        Word id = line.Words[1];
        ImmutableArray<ISymbol> symbols = DocumentationId.Resolve(id.Text, compilation);
        if (symbols.IsEmpty)
        {
            mistake = new EffectMistake(line, id, $"'{id.Text}' names nothing in this compilation and its references");
            return false;
        }

        EffectCondition? condition = null;
        if (line.Words.Length == 3)
        {
            if (symbols[0] is not IMethodSymbol method)
            {
                mistake = new EffectMistake(line, line.Words[2], "only a method has arguments");
                return false;
            }

            if (!EffectCondition.TryRead(line.Words[2].Text, method, out EffectCondition read, out string reason))
            {
                mistake = new EffectMistake(line, line.Words[2], reason);
                return false;
            }

            condition = read;
        }

        mistake = default;
        statement = new EffectStatement(verb, symbols, condition);
        return true;
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>What the effect files say of the symbols of one compilation. Immutable once built.</summary>
internal sealed class FileFacts
{
    /// <summary>No files.</summary>
    public static readonly FileFacts None = new FileFacts();

    private readonly Dictionary<ISymbol, MemberEffects> _effects = new Dictionary<ISymbol, MemberEffects>(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, ImmutableArray<ConditionalEffect>> _conditional = new Dictionary<ISymbol, ImmutableArray<ConditionalEffect>>(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, ImmutableArray<EffectStatement>> _statements = new Dictionary<ISymbol, ImmutableArray<EffectStatement>>(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _stateAttributes = new HashSet<ISymbol>(SymbolEqualityComparer.Default);

    private FileFacts()
    {
    }

    /// <summary>Whether any line says anything of a member or type.</summary>
    public bool HasEffects => _effects.Count > 0;

    /// <summary>Whether any line holds only for a constant argument.</summary>
    public bool HasConditional => _conditional.Count > 0;

    /// <summary>The attributes whose members are vCPU state.</summary>
    public IReadOnlyCollection<ISymbol> StateAttributes => _stateAttributes;

    /// <summary>Whether the members that carry an attribute are vCPU state.</summary>
    public bool IsStateAttribute(INamedTypeSymbol attribute) => _stateAttributes.Contains(attribute.OriginalDefinition);

    /// <summary>The lines that are not used, in the order of files and lines.</summary>
    public ImmutableArray<EffectMistake> Mistakes { get; private set; } = ImmutableArray<EffectMistake>.Empty;

    /// <summary>Finds what the lines name.</summary>
    public static FileFacts Resolve(ImmutableArray<EffectFile> files, Compilation compilation)
    {
        if (files.IsEmpty)
        {
            return None;
        }

        var facts = new FileFacts();
        var mistakes = ImmutableArray.CreateBuilder<EffectMistake>();
        foreach (EffectFile file in files)
        {
            foreach (EffectLine line in file.Lines)
            {
                EffectStatement? statement = EffectStatement.Read(line, compilation, out EffectMistake mistake);
                if (statement is null || !facts.TryAdd(statement, out mistake))
                {
                    mistakes.Add(mistake);
                }
            }
        }

        facts.Mistakes = mistakes.ToImmutable();
        return facts;
    }

    /// <summary>What is written of a definition without a condition.</summary>
    public MemberEffects Of(ISymbol definition) => _effects.TryGetValue(definition, out MemberEffects effects) ? effects : MemberEffects.None;

    /// <summary>What is written of a method with a condition.</summary>
    public ImmutableArray<ConditionalEffect> Conditional(IMethodSymbol definition) =>
        _conditional.TryGetValue(definition, out ImmutableArray<ConditionalEffect> effects) ? effects : ImmutableArray<ConditionalEffect>.Empty;

    private bool TryAdd(EffectStatement statement, out EffectMistake mistake)
    {
        foreach (ISymbol symbol in statement.Symbols)
        {
            if (Contradiction.Find(statement, symbol, Earlier(symbol)) is { } reason)
            {
                mistake = new EffectMistake(statement.Line, statement.Line.Verb, reason);
                return false;
            }
        }

        foreach (ISymbol symbol in statement.Symbols)
        {
            Add(symbol, statement);
        }

        mistake = default;
        return true;
    }

    private void Add(ISymbol symbol, EffectStatement statement)
    {
        _statements[symbol] = Earlier(symbol).Add(statement);
        if (statement.Verb == EffectVerb.VcpuStateByAttribute)
        {
            _stateAttributes.Add(symbol);
        }
        else if (statement.Condition is { } condition)
        {
            ImmutableArray<ConditionalEffect> before = Conditional((IMethodSymbol)symbol);
            var effect = new ConditionalEffect(condition.Parameter, condition.Constant, statement.Verb.Effects);
            _conditional[symbol] = before.Contains(effect) ? before : before.Add(effect);
        }
        else
        {
            _effects[symbol] = Of(symbol) | statement.Verb.Effects;
        }
    }

    private ImmutableArray<EffectStatement> Earlier(ISymbol symbol) =>
        _statements.TryGetValue(symbol, out ImmutableArray<EffectStatement> statements) ? statements : ImmutableArray<EffectStatement>.Empty;
}

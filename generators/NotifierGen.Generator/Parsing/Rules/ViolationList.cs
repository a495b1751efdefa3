using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NotifierGen.Generator.Parsing.Rules;

/// <summary>Collects violations; costs nothing as long as there is none.</summary>
internal struct ViolationList
{
    private ImmutableArray<RuleViolation>.Builder? _violations;

    /// <summary>Whether nothing was found.</summary>
    public readonly bool IsEmpty => _violations is null;

    /// <summary>A violation that stands on the symbol's name.</summary>
    public void Add(string ruleId, ISymbol symbol, params string[] messageArguments) =>
        Add(new RuleViolation(ruleId, symbol, null, null, ImmutableArray.Create(messageArguments)));

    /// <summary>A violation that stands on an attribute, or on one of its arguments.</summary>
    public void AddAt(AttributeData attribute, string? argumentName, string ruleId, ISymbol symbol, params string[] messageArguments) =>
        Add(new RuleViolation(ruleId, symbol, attribute, argumentName, ImmutableArray.Create(messageArguments)));

    /// <summary>What was found.</summary>
    public readonly ImmutableArray<RuleViolation> ToImmutable() => _violations?.ToImmutable() ?? ImmutableArray<RuleViolation>.Empty;

    private void Add(RuleViolation violation) => (_violations ??= ImmutableArray.CreateBuilder<RuleViolation>(1)).Add(violation);
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NotifierGen.Generator.Parsing;

/// <summary>A rule that a handler, device class or dispatcher breaks: the generator leaves the culprit out, the analyzers report it.</summary>
/// <remarks>Lives only inside one parse; it holds symbols and never enters the pipeline.</remarks>
/// <param name="RuleId">The rule, e.g. NG0001.</param>
/// <param name="Symbol">Whose name the diagnostic stands on.</param>
/// <param name="Attribute">Where an argument is wrong: the attribute it stands in.</param>
/// <param name="ArgumentName">Where an argument is wrong: the parameter or property it is given to, e.g. "phase", "Modes".</param>
/// <param name="MessageArguments">What the rule's message is filled with.</param>
internal sealed record RuleViolation(
    string RuleId,
    ISymbol Symbol,
    AttributeData? Attribute,
    string? ArgumentName,
    ImmutableArray<string> MessageArguments);

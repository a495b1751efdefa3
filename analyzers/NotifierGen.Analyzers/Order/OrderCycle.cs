using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers.Order;

/// <summary>Rows that wait for each other.</summary>
/// <param name="Moment">The event and phase.</param>
/// <param name="Path">The handlers, each before the next one, and the first again.</param>
/// <param name="Handler">The handler of this compilation whose attribute closes the cycle; null if all rows are those of other assemblies.</param>
/// <param name="Attribute">That attribute.</param>
/// <param name="Argument">Its argument: After or Before.</param>
internal sealed record OrderCycle(string Moment, string Path, IMethodSymbol? Handler, AttributeData? Attribute, string? Argument);

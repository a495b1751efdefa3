namespace NotifierGen.Generator.Tests.Models;

/// <summary>A type parameter with its constraint; an empty one if it has none.</summary>
internal sealed record TypeParameter(string Name, string Constraint);

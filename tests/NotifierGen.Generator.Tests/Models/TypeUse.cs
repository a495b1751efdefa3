namespace NotifierGen.Generator.Tests.Models;

/// <summary>A type with arguments for its parameters and for those of its containers, outermost first.</summary>
internal sealed record TypeUse(DeviceType Type, IReadOnlyList<string> Arguments);

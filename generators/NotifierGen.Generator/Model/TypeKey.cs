namespace NotifierGen.Generator.Model;

/// <summary>A type, the same in every compilation that sees it.</summary>
/// <param name="Assembly">The simple name of its assembly.</param>
/// <param name="MetadataName">Its full metadata name.</param>
internal readonly record struct TypeKey(string Assembly, string MetadataName);

namespace NotifierGen.Generator.Declarations;

/// <summary>An attribute on a type or a method, by name.</summary>
/// <param name="Type">The position of the type declaration among the declarations of its file.</param>
/// <param name="Method">The method's name; null where the type itself carries the attribute.</param>
/// <param name="Attribute">The attribute's name as it is written, without what stands before it.</param>
internal readonly record struct AttributeUse(int Type, string? Method, string Attribute);

namespace NotifierGen.Generator.Declarations;

/// <summary>A type declaration by its simple names.</summary>
/// <param name="Ordinal">Its position among the declarations of its file.</param>
/// <param name="Name">Its name.</param>
/// <param name="Bases">The names in its base list, without namespaces and type arguments.</param>
internal sealed record TypeOutline(int Ordinal, string Name, string[] Bases);

namespace NotifierGen.Generator.Model;

/// <summary>A type, the same in every compilation that sees it.</summary>
/// <param name="Assembly">The simple name of its assembly.</param>
/// <param name="MetadataName">Its full metadata name.</param>
/// <param name="Identity">The assembly's full name: two of one simple name may be referenced side by side.</param>
internal readonly record struct TypeKey(string Assembly, string MetadataName, string Identity)
{
    /// <summary>Types of one name are rare enough to share a hash.</summary>
    public override int GetHashCode() => MetadataName.GetHashCode();
}

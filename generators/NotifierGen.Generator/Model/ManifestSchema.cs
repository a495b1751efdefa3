namespace NotifierGen.Generator.Model;

/// <summary>The schema of the manifest and of the attributes it refers to.</summary>
internal static class ManifestSchema
{
    /// <summary>What this generator writes and reads; another one is NG0011.</summary>
    public const int Version = 1;
}

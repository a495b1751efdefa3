using System.ComponentModel;

namespace NotifierGen.CompilerServices;

/// <summary>Lists the generated row classes of an assembly, so that dispatchers in other assemblies can compose them. Written by the generator.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NotifierManifestAttribute : Attribute
{
    /// <summary>The schema that this library, and the generator of the same package, read and write.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>Describes an assembly with handlers.</summary>
    /// <param name="schemaVersion">The version of the schema of this attribute and of what it refers to.</param>
    /// <param name="deviceRows">The generated classes, each marked <see cref="DeviceRowsAttribute"/>.</param>
    public NotifierManifestAttribute(int schemaVersion, params Type[] deviceRows)
    {
        SchemaVersion = schemaVersion;
        DeviceRows = deviceRows;
    }

    /// <summary>The version of the schema.</summary>
    public int SchemaVersion { get; }

    /// <summary>The generated classes.</summary>
    public Type[] DeviceRows { get; }
}

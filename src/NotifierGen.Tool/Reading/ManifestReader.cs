using System.Reflection.Metadata;
using NotifierGen.CompilerServices;
using NotifierGen.Generator.Model;

namespace NotifierGen.Tool.Reading;

/// <summary>Reads the rows that an assembly declares, from the attributes that a compiler would read to compose them.</summary>
internal sealed class ManifestReader(TypeLineages lineages)
{
    private const string Library = "NotifierGen";
    private const string Attributes = "NotifierGen.CompilerServices";

    /// <summary>The rows of all device classes of an assembly, by generated class, in no particular order; null: it has no manifest.</summary>
    /// <exception cref="ToolException">The file is damaged, or its manifest has another version.</exception>
    public Dictionary<string, List<DeclaredRow>>? Read(AssemblyFile file) => file.Read(() => ReadAll(file));

    /// <summary>The full names of the dispatchers that were generated into an assembly.</summary>
    public static IReadOnlyList<string> Dispatchers(AssemblyFile file) => file.Read(() =>
    {
        List<string> dispatchers = [];
        foreach (TypeDefinitionHandle handle in file.Metadata.TypeDefinitions)
        {
            TypeDefinition type = file.Metadata.GetTypeDefinition(handle);
            if (Find(file, type.GetCustomAttributes(), Library, nameof(DispatchTableAttribute)) is not null && HasTable(file, type))
            {
                dispatchers.Add(MetadataNames.Of(file.Metadata, handle).Replace('+', '.'));
            }
        }

        dispatchers.Sort(StringComparer.Ordinal);
        return dispatchers;
    });

    private static bool HasTable(AssemblyFile file, TypeDefinition type) =>
        type.GetMethods().Any(method => file.Metadata.StringComparer.Equals(file.Metadata.GetMethodDefinition(method).Name, "ListRowClasses"));

    private Dictionary<string, List<DeclaredRow>>? ReadAll(AssemblyFile file)
    {
        MetadataReader metadata = file.Metadata;
        if (Find(file, metadata.GetAssemblyDefinition().GetCustomAttributes(), Attributes, nameof(NotifierManifestAttribute)) is not { } found)
        {
            return null;
        }

        AttributeBlob manifest = Blob(metadata, found);
        int version = manifest.ReadInt32();
        if (version != NotifierManifestAttribute.CurrentSchemaVersion)
        {
            throw new ToolException(ExitCode.OtherSchema, FormattableString.Invariant($"'{file.Path}' has a manifest of version {version}, and this tool reads version {NotifierManifestAttribute.CurrentSchemaVersion}. ")
                + (version > NotifierManifestAttribute.CurrentSchemaVersion ? "Update the tool." : "Rebuild the assembly with the NotifierGen package of the tool's version."));
        }

        Dictionary<string, List<DeclaredRow>> rows = new(StringComparer.Ordinal);
        foreach (string name in manifest.ReadStrings())
        {
            string rowClass = SerializedTypeName.Parse(name).MetadataName;
            TypeDefinitionHandle handle = file.Find(rowClass) ?? throw new BadImageFormatException($"Its manifest lists '{rowClass}', which is not there.");
            rows.TryAdd(rowClass, ReadClass(file, rowClass, metadata.GetTypeDefinition(handle)));
        }

        return rows;
    }

    private List<DeclaredRow> ReadClass(AssemblyFile file, string rowClass, TypeDefinition type)
    {
        MetadataReader metadata = file.Metadata;
        CustomAttribute attribute = Find(file, type.GetCustomAttributes(), Attributes, nameof(DeviceRowsAttribute))
            ?? throw new BadImageFormatException($"'{rowClass}' does not say whose rows it has.");
        AttributeBlob device = Blob(metadata, attribute);
        TypeKey key = Key(file, device.ReadString());
        string name = device.ReadString();
        List<DeclaredRow> rows = [];
        foreach (MethodDefinitionHandle handle in type.GetMethods())
        {
            MethodDefinition method = metadata.GetMethodDefinition(handle);
            if (Find(file, method.GetCustomAttributes(), Attributes, nameof(DeviceRowAttribute)) is { } row)
            {
                rows.Add(ReadRow(file, Blob(metadata, row), rowClass, metadata.GetString(method.Name), key, name));
            }
        }

        return rows;
    }

    private DeclaredRow ReadRow(AssemblyFile file, AttributeBlob blob, string rowClass, string method, TypeKey key, string device)
    {
        string handler = blob.ReadString();
        var migrationEvent = (MigrationEvent)blob.ReadByte();
        var phase = (Phase)blob.ReadByte();
        var modes = (MigrationMode)blob.ReadByte();
        if (migrationEvent > MigrationEvent.IncomingFailed || phase > Phase.AfterVmStart)
        {
            throw new BadImageFormatException($"'{device}.{handler}' has an event or a phase that does not exist.");
        }

        Dictionary<string, object> named = blob.ReadNamed();
        NotifierRow row = new(device, handler, migrationEvent, phase, modes, Number("Order"), Number("BudgetMicroseconds"), Flag("RequiresStoppedVm"), file.Name);
        return new DeclaredRow(row, Flag("IsStatic"), rowClass, method, key)
        {
            After = Targets("After"),
            Before = Targets("Before"),
        };

        int Number(string name) => named.GetValueOrDefault(name) is int number ? number : 0;
        bool Flag(string name) => named.GetValueOrDefault(name) is true;
        EquatableArray<EdgeTarget> Targets(string name) => named.GetValueOrDefault(name) is IReadOnlyList<string> types
            ? new EquatableArray<EdgeTarget>([.. types.Select(type => Key(file, type)).Select(target => new EdgeTarget(target.MetadataName, "", lineages.Of(target)))])
            : default;
    }

    private static TypeKey Key(AssemblyFile file, string serialized)
    {
        SerializedTypeName name = SerializedTypeName.Parse(serialized);
        return new TypeKey(name.Assembly.Length == 0 ? file.Name : name.Assembly, name.MetadataName, "");
    }

    private static AttributeBlob Blob(MetadataReader metadata, CustomAttribute attribute) => new(metadata.GetBlobReader(attribute.Value));

    private static CustomAttribute? Find(AssemblyFile file, CustomAttributeHandleCollection attributes, string space, string name)
    {
        foreach (CustomAttributeHandle handle in attributes)
        {
            CustomAttribute attribute = file.Metadata.GetCustomAttribute(handle);
            EntityHandle type = attribute.Constructor.Kind == HandleKind.MemberReference
                ? file.Metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent
                : file.Metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType();
            if (IsNamed(file.Metadata, type, space, name))
            {
                return attribute;
            }
        }

        return null;
    }

    private static bool IsNamed(MetadataReader metadata, EntityHandle type, string space, string name)
    {
        (StringHandle itsSpace, StringHandle itsName) = type.Kind switch
        {
            HandleKind.TypeReference => (metadata.GetTypeReference((TypeReferenceHandle)type).Namespace, metadata.GetTypeReference((TypeReferenceHandle)type).Name),
            HandleKind.TypeDefinition => (metadata.GetTypeDefinition((TypeDefinitionHandle)type).Namespace, metadata.GetTypeDefinition((TypeDefinitionHandle)type).Name),
            _ => default,
        };
        return !itsName.IsNil && metadata.StringComparer.Equals(itsName, name) && metadata.StringComparer.Equals(itsSpace, space);
    }
}

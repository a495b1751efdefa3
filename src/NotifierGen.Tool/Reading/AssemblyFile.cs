using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace NotifierGen.Tool.Reading;

/// <summary>An assembly as a file: its metadata is read, nothing of it is loaded or run.</summary>
internal sealed class AssemblyFile
{
    // Held for the metadata's sake: the reader looks into its memory.
    private readonly PEReader _image;
    private Dictionary<string, TypeDefinitionHandle>? _types;
    private Dictionary<string, string>? _forwards;

    private AssemblyFile(string path, PEReader image, MetadataReader metadata, string name)
    {
        Path = path;
        _image = image;
        Metadata = metadata;
        Name = name;
    }

    public string Path { get; }

    /// <summary>The assembly's simple name, which need not be the file's.</summary>
    public string Name { get; }

    public MetadataReader Metadata { get; }

    public string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) ?? ".";

    /// <exception cref="ToolException">There is no such file, or it is no assembly.</exception>
    public static AssemblyFile Open(string path)
    {
        byte[] bytes = InputFile.ReadBytes(path);
        return Damage.Guard(path, () =>
        {
            PEReader image = new(System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(bytes));
            if (!image.HasMetadata)
            {
                throw new ToolException(ExitCode.Damaged, $"'{path}' is no .NET assembly. Name the .dll that the build wrote, not a native program beside it.");
            }

            MetadataReader metadata = image.GetMetadataReader();
            if (!metadata.IsAssembly)
            {
                throw new ToolException(ExitCode.Damaged, $"'{path}' is a module without an assembly. Name the assembly that it belongs to.");
            }

            return new AssemblyFile(path, image, metadata, metadata.GetString(metadata.GetAssemblyDefinition().Name));
        });
    }

    /// <summary>The type of that name, containing types in front of a plus.</summary>
    public TypeDefinitionHandle? Find(string metadataName)
    {
        _types ??= Read(ReadTypes);
        return _types.TryGetValue(metadataName, out TypeDefinitionHandle found) ? found : null;
    }

    /// <summary>The assembly to which a type was moved that this one once had; null if it knows nothing of it.</summary>
    public string? ForwardOf(string metadataName)
    {
        _forwards ??= Read(ReadForwards);
        int nested = metadataName.IndexOf('+', StringComparison.Ordinal);
        return _forwards.GetValueOrDefault(nested < 0 ? metadataName : metadataName[..nested]);
    }

    /// <summary>Reads something of it.</summary>
    /// <exception cref="ToolException">The file is damaged.</exception>
    public T Read<T>(Func<T> read) => Damage.Guard(Path, read);

    public override string ToString() => $"{Name} ({_image.PEHeaders.CoffHeader.Machine})";

    private Dictionary<string, TypeDefinitionHandle> ReadTypes()
    {
        Dictionary<string, TypeDefinitionHandle> types = new(StringComparer.Ordinal);
        foreach (TypeDefinitionHandle handle in Metadata.TypeDefinitions)
        {
            types.TryAdd(MetadataNames.Of(Metadata, handle), handle);
        }

        return types;
    }

    private Dictionary<string, string> ReadForwards()
    {
        Dictionary<string, string> forwards = new(StringComparer.Ordinal);
        foreach (ExportedTypeHandle handle in Metadata.ExportedTypes)
        {
            ExportedType type = Metadata.GetExportedType(handle);
            if (type is { IsForwarder: true, Implementation.Kind: HandleKind.AssemblyReference })
            {
                AssemblyReference target = Metadata.GetAssemblyReference((AssemblyReferenceHandle)type.Implementation);
                forwards.TryAdd(MetadataNames.Join(Metadata, type.Namespace, type.Name), Metadata.GetString(target.Name));
            }
        }

        return forwards;
    }
}

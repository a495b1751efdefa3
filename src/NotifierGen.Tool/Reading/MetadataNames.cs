using System.Reflection.Metadata;
using NotifierGen.Generator.Model;

namespace NotifierGen.Tool.Reading;

/// <summary>The names of types in metadata, written as the generator writes them.</summary>
internal static class MetadataNames
{
    // No compiler nests deeper; in a damaged file a type may contain itself.
    private const int DeepestNesting = 256;

    public static string Join(MetadataReader metadata, StringHandle space, StringHandle name) =>
        space.IsNil ? metadata.GetString(name) : $"{metadata.GetString(space)}.{metadata.GetString(name)}";

    public static string Of(MetadataReader metadata, TypeDefinitionHandle handle, int depth = 0)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        TypeDefinitionHandle outer = type.GetDeclaringType();
        return outer.IsNil
            ? Join(metadata, type.Namespace, type.Name)
            : $"{Of(metadata, outer, Deeper(depth))}+{metadata.GetString(type.Name)}";
    }

    /// <summary>What a base class, an interface or an attribute is named; null for what has no rows, such as an array.</summary>
    public static TypeKey? KeyOf(AssemblyFile file, EntityHandle handle) => handle.IsNil ? null : handle.Kind switch
    {
        HandleKind.TypeDefinition => new TypeKey(file.Name, Of(file.Metadata, (TypeDefinitionHandle)handle), ""),
        HandleKind.TypeReference => KeyOf(file, (TypeReferenceHandle)handle, 0),
        HandleKind.TypeSpecification => KeyOfDefinition(file, (TypeSpecificationHandle)handle),
        _ => null,
    };

    private static TypeKey? KeyOf(AssemblyFile file, TypeReferenceHandle handle, int depth)
    {
        MetadataReader metadata = file.Metadata;
        TypeReference type = metadata.GetTypeReference(handle);
        string name = Join(metadata, type.Namespace, type.Name);
        if (type.ResolutionScope.IsNil)
        {
            return null;
        }

        switch (type.ResolutionScope.Kind)
        {
            case HandleKind.AssemblyReference:
                return new TypeKey(metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name), name, "");
            case HandleKind.TypeReference:
                return KeyOf(file, (TypeReferenceHandle)type.ResolutionScope, Deeper(depth)) is { } outer
                    ? outer with { MetadataName = $"{outer.MetadataName}+{name}" }
                    : null;
            default:
                return new TypeKey(file.Name, name, "");
        }
    }

    /// <summary>Of a constructed generic type the definition.</summary>
    private static TypeKey? KeyOfDefinition(AssemblyFile file, TypeSpecificationHandle handle)
    {
        BlobReader signature = file.Metadata.GetBlobReader(file.Metadata.GetTypeSpecification(handle).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        _ = signature.ReadCompressedInteger();
        EntityHandle definition = signature.ReadTypeHandle();
        return definition.IsNil || definition.Kind == HandleKind.TypeSpecification ? null : KeyOf(file, definition);
    }

    private static int Deeper(int depth) =>
        depth < DeepestNesting ? depth + 1 : throw new BadImageFormatException("A type is nested in itself.");
}

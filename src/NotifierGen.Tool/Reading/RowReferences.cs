using System.Reflection.Metadata;

namespace NotifierGen.Tool.Reading;

/// <summary>
/// What an application's generated dispatcher calls: the compiler wrote down every row class of another assembly that it composed, and every row of it
/// that has a place in the table.
/// </summary>
internal sealed class RowReferences
{
    private const string Generated = "NotifierGen.Generated";

    private readonly Dictionary<(string Assembly, string RowClass), HashSet<string>> _methods = [];

    private RowReferences()
    {
    }

    /// <summary>The row classes, by assembly.</summary>
    public IEnumerable<(string Assembly, string RowClass)> RowClasses => _methods.Keys;

    public static RowReferences Of(AssemblyFile file) => file.Read(() =>
    {
        RowReferences references = new();
        MetadataReader metadata = file.Metadata;
        Dictionary<EntityHandle, HashSet<string>> methods = [];
        foreach (TypeReferenceHandle handle in metadata.TypeReferences)
        {
            TypeReference type = metadata.GetTypeReference(handle);
            if (type.ResolutionScope is { IsNil: false, Kind: HandleKind.AssemblyReference } scope && metadata.StringComparer.StartsWith(type.Namespace, Generated))
            {
                string assembly = metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name);
                (string, string) key = (assembly, MetadataNames.Join(metadata, type.Namespace, type.Name));
                if (!references._methods.TryGetValue(key, out HashSet<string>? called))
                {
                    references._methods.Add(key, called = new(StringComparer.Ordinal));
                }

                methods.Add(handle, called);
            }
        }

        foreach (MemberReferenceHandle handle in metadata.MemberReferences)
        {
            MemberReference member = metadata.GetMemberReference(handle);
            if (methods.TryGetValue(member.Parent, out HashSet<string>? called) && member.GetKind() == MemberReferenceKind.Method)
            {
                called.Add(metadata.GetString(member.Name));
            }
        }

        return references;
    });

    /// <summary>The rows of a class that the dispatcher calls.</summary>
    public IReadOnlySet<string> MethodsOf(string assembly, string rowClass) => _methods[(assembly, rowClass)];
}

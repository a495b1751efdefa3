using Microsoft.CodeAnalysis;

namespace NotifierGen.Generator.Declarations;

/// <summary>
/// One number for all that a compilation says outside bodies: as long as it stays, symbols have the same names, types, constants and attributes.
/// It means nothing in another process.
/// </summary>
internal static class DeclarationFingerprint
{
    public static ulong Of(Compilation compilation, CancellationToken cancellationToken)
    {
        ulong hash = OutlineHash.Combine(17, Code(compilation.AssemblyName));
        hash = Combine(hash, compilation.SyntaxTrees, cancellationToken);
        foreach (MetadataReference reference in compilation.References)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash = OutlineHash.Combine(hash, OfReference(compilation, reference, cancellationToken));
            hash = OutlineHash.Combine(hash, Code(reference.Properties));
        }

        return hash;
    }

    private static ulong OfReference(Compilation compilation, MetadataReference reference, CancellationToken cancellationToken) => reference switch
    {
        // In the IDE a project reference is a compilation that an edit in its bodies renews as well.
        CompilationReference project => Combine(Code(project.Compilation.AssemblyName), project.Compilation.SyntaxTrees, cancellationToken),
        PortableExecutableReference file => Code(file.GetMetadataId()),
        _ => Code(compilation.GetAssemblyOrModuleSymbol(reference)?.Name),
    };

    private static ulong Combine(ulong hash, IEnumerable<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        foreach (SyntaxTree tree in trees)
        {
            hash = OutlineHash.Combine(hash, TreeOutline.Of(tree, cancellationToken).Hash);
        }

        return hash;
    }

    private static ulong Code<T>(T value) => unchecked((ulong)(value?.GetHashCode() ?? 0));
}

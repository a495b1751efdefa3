using Microsoft.CodeAnalysis;

namespace NotifierGen.Generator.Declarations;

/// <summary>
/// One number for all that a compilation says outside bodies: as long as it stays, symbols have the same names, types, constants and attributes.
/// It means nothing in another process.
/// </summary>
internal static class DeclarationFingerprint
{
    public static ulong Of(Compilation compilation, CancellationToken cancellationToken) => Of(compilation, static outline => outline.Hash, cancellationToken);

    /// <summary>The same of what the compilation says outside the members of types: what one type can know of another that it neither inherits from nor names.</summary>
    public static ulong OfShape(Compilation compilation, CancellationToken cancellationToken) =>
        Of(compilation, static outline => outline.ShapeHash, cancellationToken);

    private static ulong Of(Compilation compilation, Func<TreeOutline, ulong> hashOf, CancellationToken cancellationToken)
    {
        ulong hash = OutlineHash.Combine(17, Code(compilation.AssemblyName));
        hash = Combine(hash, compilation.SyntaxTrees, hashOf, cancellationToken);
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
        CompilationReference project => Combine(Code(project.Compilation.AssemblyName), project.Compilation.SyntaxTrees, static outline => outline.Hash, cancellationToken),
        PortableExecutableReference file => Code(file.GetMetadataId()),
        _ => Code(compilation.GetAssemblyOrModuleSymbol(reference)?.Name),
    };

    private static ulong Combine(ulong hash, IEnumerable<SyntaxTree> trees, Func<TreeOutline, ulong> hashOf, CancellationToken cancellationToken)
    {
        foreach (SyntaxTree tree in trees)
        {
            hash = OutlineHash.Combine(hash, hashOf(TreeOutline.Of(tree, cancellationToken)));
        }

        return hash;
    }

    private static ulong Code<T>(T value) => unchecked((ulong)(value?.GetHashCode() ?? 0));
}

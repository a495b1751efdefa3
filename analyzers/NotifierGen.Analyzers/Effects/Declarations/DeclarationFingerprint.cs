using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers.Effects.Declarations;

/// <summary>One number for all that the lowered code of a body depends on outside the body: as long as it stays, so does the code.</summary>
internal static class DeclarationFingerprint
{
    public static ulong Of(Compilation compilation, SourceFiles files, ulong facts, AnalysisVariant variant, CancellationToken cancellationToken)
    {
        ulong hash = Combine(Combine(17, facts), (ulong)variant);
        for (int i = 0; i < files.Count; i++)
        {
            hash = Combine(hash, files.Outline(i).Hash);
        }

        foreach (MetadataReference reference in compilation.References)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash = Combine(hash, OfReference(compilation, reference, cancellationToken));
        }

        return hash;
    }

    private static ulong OfReference(Compilation compilation, MetadataReference reference, CancellationToken cancellationToken)
    {
        switch (reference)
        {
            case CompilationReference project:
                // In the IDE a project reference is a compilation that an edit in its bodies renews as well.
                ulong hash = 19;
                foreach (SyntaxTree tree in project.Compilation.SyntaxTrees)
                {
                    hash = Combine(hash, TreeOutline.Of(tree, cancellationToken).Hash);
                }

                return hash;

            case PortableExecutableReference file:
                return unchecked((ulong)file.GetMetadataId().GetHashCode());

            default:
                return unchecked((ulong)(compilation.GetAssemblyOrModuleSymbol(reference)?.Name.GetHashCode() ?? 0));
        }
    }

    private static ulong Combine(ulong hash, ulong value) => unchecked((hash ^ value) * 1099511628211);
}

using Microsoft.CodeAnalysis;
using NotifierGen.Generator.Declarations;

namespace NotifierGen.Generator.Parsing;

/// <summary>The declarations of a compilation as numbers, from which a file sees whether it means the same as before.</summary>
internal sealed class DeclarationState
{
    private readonly Lazy<ulong> _shape;
    private readonly Lazy<Neighbourhood> _neighbourhood;

    public DeclarationState(Compilation compilation, IReadOnlyList<TreeOutline> outlines, CancellationToken cancellationToken)
    {
        Compilation = compilation;
        Fingerprint = DeclarationFingerprint.Of(compilation, cancellationToken);
        _shape = new Lazy<ulong>(() => DeclarationFingerprint.OfShape(compilation, cancellationToken));
        _neighbourhood = new Lazy<Neighbourhood>(() => new Neighbourhood(outlines));
    }

    public Compilation Compilation { get; }

    /// <summary>Of all declarations: after an edit in a body it is the same.</summary>
    public ulong Fingerprint { get; }

    /// <summary>Of the declarations that concern one file: after an edit in members of other types it is the same.</summary>
    public ulong FingerprintFor(TreeOutline file, IEnumerable<string> names) => OutlineHash.Combine(_shape.Value, _neighbourhood.Value.Hash(file, names));
}

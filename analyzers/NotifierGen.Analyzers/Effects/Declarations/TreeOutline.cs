using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace NotifierGen.Analyzers.Effects.Declarations;

/// <summary>
/// What a file declares, without binding it: where the declarations with bodies stand, which types have which bases, and a hash of everything
/// outside bodies. An edit inside a body changes neither the hash nor the positions of the declarations in the list.
/// </summary>
internal sealed class TreeOutline
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeOutline> s_outlines = new();

    private readonly TextSpan[] _spans;
    private readonly SyntaxKind[] _kinds;
    private readonly Dictionary<(TextSpan, SyntaxKind), int> _ordinals;

    public TreeOutline(IReadOnlyList<(TextSpan Span, SyntaxKind Kind)> declarations, ulong hash, TypeOutline[] types, (string Name, int Ordinal)[] overrides, (string Alias, string Target)[] aliases)
    {
        _spans = new TextSpan[declarations.Count];
        _kinds = new SyntaxKind[declarations.Count];
        _ordinals = new Dictionary<(TextSpan, SyntaxKind), int>(declarations.Count);
        for (int i = 0; i < declarations.Count; i++)
        {
            (_spans[i], _kinds[i]) = declarations[i];
            _ordinals[declarations[i]] = i;
        }

        Hash = hash;
        Types = types;
        Overrides = overrides;
        Aliases = aliases;
    }

    /// <summary>Of everything outside bodies.</summary>
    public ulong Hash { get; }

    public TypeOutline[] Types { get; }

    /// <summary>The members that are overrides, by name.</summary>
    public (string Name, int Ordinal)[] Overrides { get; }

    /// <summary>The names that the file gives to types.</summary>
    public (string Alias, string Target)[] Aliases { get; }

    public static TreeOutline Of(SyntaxTree tree, CancellationToken cancellationToken) =>
        s_outlines.TryGetValue(tree, out TreeOutline? outline)
            ? outline
            : s_outlines.GetValue(tree, key => new OutlineBuilder(key, cancellationToken).Build());

    /// <summary>The position of a declaration in the list; -1 if it has none.</summary>
    public int OrdinalOf(SyntaxReference reference, SyntaxKind kind) =>
        _ordinals.TryGetValue((reference.Span, kind), out int ordinal) ? ordinal : -1;

    /// <summary>The declaration at a position.</summary>
    public SyntaxNode Node(SyntaxNode root, int ordinal)
    {
        TextSpan span = _spans[ordinal];
        SyntaxKind kind = _kinds[ordinal];
        if (kind == SyntaxKind.CompilationUnit)
        {
            return root;
        }

        for (SyntaxNode? node = root.FindNode(span, getInnermostNodeForTie: true); node is not null; node = node.Parent)
        {
            if (node.IsKind(kind) && node.Span == span)
            {
                return node;
            }
        }

        throw new InvalidOperationException("The outline is that of another file.");
    }
}

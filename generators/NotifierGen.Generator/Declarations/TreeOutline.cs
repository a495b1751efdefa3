using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace NotifierGen.Generator.Declarations;

/// <summary>
/// What a file declares, without binding it: where the declarations with bodies stand, which types have which bases, and a hash of everything
/// outside bodies. An edit inside a body changes neither the hash nor the positions of the declarations in the list.
/// </summary>
internal sealed class TreeOutline
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeOutline> s_outlines = new();

    private readonly SyntaxTree _tree;
    private readonly (TextSpan Span, SyntaxKind Kind)[] _declarations;
    private StrongBox<ulong>? _hash;
    private StrongBox<ulong>? _shapeHash;
    private Dictionary<(TextSpan, SyntaxKind), int>? _ordinals;

    public TreeOutline(SyntaxTree tree, (TextSpan Span, SyntaxKind Kind)[] declarations, TypeOutline[] types)
    {
        _tree = tree;
        _declarations = declarations;
        Types = types;
    }

    /// <summary>Of everything outside bodies, of the path, and of the options with which the file was parsed.</summary>
    public ulong Hash => (_hash ??= new StrongBox<ulong>(OutlineHash.OutsideBodies(_tree, Bodies))).Value;

    /// <summary>As <see cref="Hash"/>, but of everything outside the members of types; constants count, as attributes may name them anywhere.</summary>
    public ulong ShapeHash => (_shapeHash ??= new StrongBox<ulong>(OutlineHash.OutsideMembers(_tree, Members))).Value;

    public TypeOutline[] Types { get; }

    /// <summary>Where bodies stand.</summary>
    public TextSpan[] Bodies { get; init; } = [];

    /// <summary>Where the members of types stand, but for types and constants.</summary>
    public TextSpan[] Members { get; init; } = [];

    /// <summary>The members that are overrides, by name.</summary>
    public (string Name, int Ordinal)[] Overrides { get; init; } = [];

    /// <summary>The names that the file gives to types.</summary>
    public (string Alias, string Target)[] Aliases { get; init; } = [];

    /// <summary>The types whose members the file uses without naming the type.</summary>
    public string[] StaticUsings { get; init; } = [];

    /// <summary>The attributes of types and methods.</summary>
    public AttributeUse[] Attributes { get; init; } = [];

    public static TreeOutline Of(SyntaxTree tree, CancellationToken cancellationToken) =>
        s_outlines.TryGetValue(tree, out TreeOutline? outline)
            ? outline
            : s_outlines.GetValue(tree, key => new OutlineBuilder(key, cancellationToken).Build());

    /// <summary>The position of a declaration in the list; -1 if it has none.</summary>
    public int OrdinalOf(SyntaxReference reference, SyntaxKind kind) =>
        (_ordinals ??= Ordinals()).TryGetValue((reference.Span, kind), out int ordinal) ? ordinal : -1;

    /// <summary>The declaration at a position.</summary>
    public SyntaxNode Node(SyntaxNode root, int ordinal)
    {
        (TextSpan span, SyntaxKind kind) = _declarations[ordinal];
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

    private Dictionary<(TextSpan, SyntaxKind), int> Ordinals()
    {
        var ordinals = new Dictionary<(TextSpan, SyntaxKind), int>(_declarations.Length);
        for (int i = 0; i < _declarations.Length; i++)
        {
            ordinals[_declarations[i]] = i;
        }

        return ordinals;
    }
}

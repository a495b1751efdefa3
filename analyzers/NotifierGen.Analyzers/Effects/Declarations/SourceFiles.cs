using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotifierGen.Analyzers.Effects.Ir;
using NotifierGen.Generator.Declarations;

namespace NotifierGen.Analyzers.Effects.Declarations;

/// <summary>The files of one compilation, by path: their outlines, and the way between symbols and the keys of bodies.</summary>
internal sealed class SourceFiles
{
    private readonly Compilation _compilation;
    private readonly SyntaxTree[] _trees;
    private readonly TreeOutline[] _outlines;
    private readonly Dictionary<SyntaxTree, int> _indexes;
    private readonly ConcurrentDictionary<int, SemanticModel> _models = new();
    private readonly Lazy<Dictionary<string, string[]>> _aliases;

    public SourceFiles(Compilation compilation, CancellationToken cancellationToken)
    {
        _compilation = compilation;

        // A build may name its files in any order; what is said of them must not depend on it.
        _trees = [.. compilation.SyntaxTrees.OrderBy(static tree => tree.FilePath, StringComparer.Ordinal)];
        _outlines = new TreeOutline[_trees.Length];
        _indexes = new Dictionary<SyntaxTree, int>(_trees.Length);
        for (int i = 0; i < _trees.Length; i++)
        {
            _indexes[_trees[i]] = i;
            _outlines[i] = TreeOutline.Of(_trees[i], cancellationToken);
        }

        _aliases = new Lazy<Dictionary<string, string[]>>(IndexAliases);
    }

    public int Count => _trees.Length;

    public SyntaxTree Tree(int index) => _trees[index];

    public TreeOutline Outline(int index) => _outlines[index];

    public int IndexOf(SyntaxTree tree) => _indexes.TryGetValue(tree, out int index) ? index : -1;

    /// <summary>The name of a type, and the names that files give it.</summary>
    public IEnumerable<string> NamesOf(string typeName) =>
        _aliases.Value.TryGetValue(typeName, out string[]? aliases) ? aliases.Prepend(typeName) : [typeName];

    public SemanticModel Model(int tree) => _models.GetOrAdd(tree, index => SourceBodies.Model(_compilation, _trees[index]));

    public SyntaxNode Node(BodyKey key, CancellationToken cancellationToken) =>
        _outlines[key.Tree].Node(_trees[key.Tree].GetRoot(cancellationToken), key.Member);

    public ISymbol? DeclaredSymbol(int tree, int ordinal, CancellationToken cancellationToken)
    {
        SyntaxNode node = _outlines[tree].Node(_trees[tree].GetRoot(cancellationToken), ordinal);
        SemanticModel model = Model(tree);
        return node.IsKind(SyntaxKind.ArrowExpressionClause)
            ? (model.GetDeclaredSymbol(node.Parent!, cancellationToken) as IPropertySymbol)?.GetMethod
            : model.GetDeclaredSymbol(node, cancellationToken);
    }

    /// <summary>The key of a member that this compilation declares, of a partial type its first part; null for one of a referenced assembly, be it in source.</summary>
    public BodyKey? KeyOf(ISymbol symbol)
    {
        symbol = symbol.OriginalDefinition;
        if (symbol is IMethodSymbol { PartialImplementationPart: { } implementation })
        {
            symbol = implementation;
        }

        BodyKey? first = null;
        foreach (SyntaxReference reference in symbol.DeclaringSyntaxReferences)
        {
            if (IndexOf(reference.SyntaxTree) is >= 0 and int tree && !(first?.Tree <= tree))
            {
                int ordinal = _outlines[tree].OrdinalOf(reference, reference.GetSyntax().Kind());
                if (ordinal >= 0)
                {
                    first = new BodyKey(tree, ordinal, 0);
                }
            }
        }

        return first;
    }

    private Dictionary<string, string[]> IndexAliases()
    {
        var aliases = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (TreeOutline outline in _outlines)
        {
            foreach ((string alias, string target) in outline.Aliases)
            {
                aliases[target] = aliases.TryGetValue(target, out string[]? known) ? [.. known, alias] : [alias];
            }
        }

        return aliases;
    }
}

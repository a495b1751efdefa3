using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotifierGen.Generator.Declarations;
using NotifierGen.Generator.Model;

namespace NotifierGen.Generator.Parsing;

/// <summary>A file that may declare handlers or dispatchers, and what was read of it. Kept as long as the file; holds no symbols.</summary>
internal sealed class ParsedFile
{
    private static readonly ConditionalWeakTable<SyntaxTree, ParsedFile> s_files = new();

    private readonly SyntaxTree _tree;
    private readonly TreeOutline _outline;
    private readonly MarkerNames _names;
    private readonly bool _hasMarkers;
    private Reading? _last;
    private string[]? _namedInAttributes;

    private ParsedFile(SyntaxTree tree, TreeOutline outline, MarkerNames names)
    {
        _tree = tree;
        _outline = outline;
        _names = names;
        foreach (AttributeUse use in outline.Attributes)
        {
            _hasMarkers |= names.Marks(use);
        }
    }

    /// <summary>The file; null if nothing in it can concern the generator.</summary>
    public static ParsedFile? Of(SyntaxTree tree, TreeOutline outline, MarkerNames names)
    {
        ParsedFile file = s_files.GetValue(tree, _ => new ParsedFile(tree, outline, names));
        if (file._names.Key != names.Key)
        {
            // Another file has given an attribute another name since.
            file = new ParsedFile(tree, outline, names);
            s_files.Remove(tree);
            s_files.GetValue(tree, _ => file);
        }

        return file._hasMarkers ? file : null;
    }

    /// <summary>What the file declares; read again only if a declaration has changed since the last time that may concern it.</summary>
    public SourceModel Read(DeclarationState state, CancellationToken cancellationToken)
    {
        Reading? last = _last;
        if (last is not null && last.All == state.Fingerprint)
        {
            return last.Model;
        }

        _namedInAttributes ??= NamesInAttributes(cancellationToken);
        ulong own = state.FingerprintFor(_outline, _namedInAttributes);
        SourceModel model = last is not null && last.Own == own ? last.Model : ReadAgain(state.Compilation, cancellationToken);
        _last = new Reading(state.Fingerprint, own, model);
        return model;
    }

    // Whatever an attribute may take a constant or a type from.
    private string[] NamesInAttributes(CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        SyntaxNode root = _tree.GetRoot(cancellationToken);
        foreach (int type in _outline.Attributes.Select(static use => use.Type).Distinct())
        {
            var declaration = (TypeDeclarationSyntax)_outline.Node(root, type);
            foreach (AttributeListSyntax list in declaration.Members.OfType<MethodDeclarationSyntax>().SelectMany(static method => method.AttributeLists).Concat(declaration.AttributeLists))
            {
                names.UnionWith(list.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText));
            }
        }

        return [.. names];
    }

    private SourceModel ReadAgain(Compilation compilation, CancellationToken cancellationToken)
    {
        SyntaxNode root = _tree.GetRoot(cancellationToken);
        SemanticModel model = compilation.GetSemanticModel(_tree);
        var handlers = new List<HandlerModel>();
        var dispatchers = new List<DispatcherModel>();
        var methods = new HashSet<string>(StringComparer.Ordinal);
        int current = -1;
        INamedTypeSymbol? type = null;
        foreach (AttributeUse use in _outline.Attributes)
        {
            if (!_names.Marks(use))
            {
                continue;
            }

            if (use.Type != current)
            {
                current = use.Type;
                type = model.GetDeclaredSymbol(_outline.Node(root, current), cancellationToken) as INamedTypeSymbol;
                methods.Clear();
            }

            if (type is not null && use.Method is null)
            {
                AddDispatcher(type, dispatchers, cancellationToken);
            }
            else if (type is not null && methods.Add(use.Method!))
            {
                AddHandlers(type, use.Method!, compilation, handlers, cancellationToken);
            }
        }

        return new SourceModel(new EquatableArray<HandlerModel>([.. handlers]), new EquatableArray<DispatcherModel>([.. dispatchers]));
    }

    private static void AddDispatcher(INamedTypeSymbol type, List<DispatcherModel> dispatchers, CancellationToken cancellationToken)
    {
        if (DispatcherParser.Parse(type, cancellationToken) is { } dispatcher)
        {
            dispatchers.Add(dispatcher);
        }
    }

    // Overloads of the name may stand in other files of a partial class, which give them too: they are joined where devices are.
    private static void AddHandlers(INamedTypeSymbol type, string name, Compilation compilation, List<HandlerModel> handlers, CancellationToken cancellationToken)
    {
        foreach (ISymbol member in type.GetMembers(name))
        {
            if (member is IMethodSymbol method && HandlerParser.Parse(method, compilation, cancellationToken) is { } handler)
            {
                handlers.Add(handler);
            }
        }
    }

    /// <summary>What the file said last.</summary>
    /// <param name="All">The fingerprint of all declarations at that time.</param>
    /// <param name="Own">The fingerprint of those that concern the file.</param>
    /// <param name="Model">What it said.</param>
    private sealed record Reading(ulong All, ulong Own, SourceModel Model);
}

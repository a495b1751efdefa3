using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
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
            // Another file gave an attribute another name. Rare, and others may use the same file at this moment: nothing is kept.
            file = new ParsedFile(tree, outline, names);
        }

        return file._hasMarkers ? file : null;
    }

    /// <summary>What the file declares; read again only if the fingerprint is another one than the last time.</summary>
    public SourceModel Read(Compilation compilation, ulong fingerprint, CancellationToken cancellationToken)
    {
        Reading? last = _last;
        if (last is null || last.Fingerprint != fingerprint)
        {
            _last = last = new Reading(fingerprint, ReadAgain(compilation, cancellationToken));
        }

        return last.Model;
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

    /// <summary>One state of the declarations of all files, and what this one said in it.</summary>
    private sealed record Reading(ulong Fingerprint, SourceModel Model);
}

using Microsoft.CodeAnalysis;
using NotifierGen.Generator.Declarations;
using NotifierGen.Generator.Model;

namespace NotifierGen.Generator.Parsing;

/// <summary>
/// Reads the handlers and dispatchers of a compilation. The driver's own search for attributes binds every annotated method again after each
/// keystroke, wherever that was; here a file is read again only when it is another one, or when a declaration has changed that may concern it.
/// </summary>
internal static class SourceParser
{
    public static SourceModel Parse(Compilation compilation, CancellationToken cancellationToken)
    {
        var trees = new List<SyntaxTree>();
        var outlines = new List<TreeOutline>();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            trees.Add(tree);
            outlines.Add(TreeOutline.Of(tree, cancellationToken));
        }

        var names = new MarkerNames(outlines);
        var files = new List<ParsedFile>();
        for (int i = 0; i < outlines.Count; i++)
        {
            if (ParsedFile.Of(trees[i], outlines[i], names) is { } file)
            {
                files.Add(file);
            }
        }

        return files.Count == 0 ? SourceModel.Empty : Join(files, new DeclarationState(compilation, outlines, cancellationToken), cancellationToken);
    }

    private static SourceModel Join(List<ParsedFile> files, DeclarationState state, CancellationToken cancellationToken)
    {
        var handlers = new List<HandlerModel>();
        var dispatchers = new List<DispatcherModel>();
        foreach (ParsedFile file in files)
        {
            SourceModel model = file.Read(state, cancellationToken);
            handlers.AddRange(model.Handlers);
            dispatchers.AddRange(model.Dispatchers);
        }

        return new SourceModel(new EquatableArray<HandlerModel>([.. handlers]), new EquatableArray<DispatcherModel>([.. dispatchers]));
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using NotifierGen.Analyzers.Effects.Declarations;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Reporting;

/// <summary>A place in the code of the compilation.</summary>
internal readonly record struct CodePlace(SyntaxTree Tree, TextSpan Span)
{
    /// <summary>The number of its line, from 1.</summary>
    public int Line => Tree.GetLineSpan(Span).StartLinePosition.Line + 1;

    /// <summary>The name of its file, without folders.</summary>
    public string File => Path.GetFileName(Tree.FilePath);

    public static CodePlace Of(SourceFiles files, BodyKey body, TextSpan span) => new(files.Tree(body.Tree), span);

    public Location ToLocation() => Location.Create(Tree, Span);

    /// <summary>"Arm.cs:88".</summary>
    public override string ToString() => $"{File}:{Line}";
}

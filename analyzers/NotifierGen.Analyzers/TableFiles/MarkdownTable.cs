using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace NotifierGen.Analyzers.TableFiles;

/// <summary>The first table of a Markdown file; what stands around it is the author's.</summary>
internal sealed class MarkdownTable
{
    private readonly SourceText _text;
    private readonly TextSpan _span;

    private MarkdownTable(SourceText text, TextSpan span, ImmutableArray<string> lines)
    {
        _text = text;
        _span = span;
        Lines = lines;
    }

    /// <summary>Its lines, without spaces around them; none if the file has no table.</summary>
    public ImmutableArray<string> Lines { get; }

    public static MarkdownTable In(SourceText text)
    {
        ImmutableArray<string>.Builder lines = ImmutableArray.CreateBuilder<string>();
        int start = text.Length;
        int end = text.Length;
        foreach (TextLine line in text.Lines)
        {
            string content = line.ToString().Trim();
            if (content.StartsWith("|", StringComparison.Ordinal))
            {
                start = lines.Count == 0 ? line.Start : start;
                end = line.EndIncludingLineBreak;
                lines.Add(content);
            }
            else if (lines.Count > 0)
            {
                break;
            }
        }

        return new MarkdownTable(text, TextSpan.FromBounds(start, end), lines.ToImmutable());
    }

    /// <summary>The file with other lines in place of the table, or with a table at its end; line ends stay those of the file.</summary>
    public SourceText With(IEnumerable<string> lines)
    {
        string lineEnd = _text.Lines.Count > 1 && _text.ToString(TextSpan.FromBounds(_text.Lines[0].End, _text.Lines[0].EndIncludingLineBreak)) is "\r\n" ? "\r\n" : "\n";
        string gap = !Lines.IsEmpty || _text.Length == 0 ? ""
            : _text[_text.Length - 1] == '\n' ? lineEnd
            : lineEnd + lineEnd;
        return _text.WithChanges(new TextChange(_span, gap + string.Concat(lines.Select(line => line + lineEnd))));
    }
}

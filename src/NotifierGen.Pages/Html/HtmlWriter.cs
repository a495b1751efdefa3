using System.Text;

namespace NotifierGen.Pages.Html;

/// <summary>Writes elements and escapes all that is not one. Lines end in LF, so that a page is the same bytes everywhere.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _text = new();

    /// <summary>Markup, as it is written here: never with names from a file.</summary>
    public HtmlWriter Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <summary>Text from anywhere.</summary>
    public HtmlWriter Text(string text)
    {
        AppendEscaped(text);
        return this;
    }

    /// <summary>The begin of an element; values are escaped, and those that are null left out.</summary>
    public HtmlWriter Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(element, attributes);
        _text.Append('>');
        return this;
    }

    public HtmlWriter Close(string element)
    {
        _text.Append("</").Append(element).Append('>');
        return this;
    }

    /// <summary>A whole element with text in it.</summary>
    public HtmlWriter Element(string element, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(element, attributes).Text(text).Close(element);

    /// <summary>An element of SVG without content.</summary>
    public HtmlWriter Empty(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(element, attributes);
        _text.Append("/>");
        return this;
    }

    public HtmlWriter Line()
    {
        _text.Append('\n');
        return this;
    }

    public override string ToString() => _text.ToString();

    private void Tag(string element, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _text.Append('<').Append(element);
        foreach ((string name, string? value) in attributes)
        {
            if (value is not null)
            {
                _text.Append(' ').Append(name).Append("=\"");
                AppendEscaped(value);
                _text.Append('"');
            }
        }
    }

    private void AppendEscaped(string text)
    {
        foreach (char character in text)
        {
            switch (character)
            {
                case '&': _text.Append("&amp;"); break;
                case '<': _text.Append("&lt;"); break;
                case '>': _text.Append("&gt;"); break;
                case '"': _text.Append("&quot;"); break;
                case '\'': _text.Append("&#39;"); break;
                case '\n' or '\t': _text.Append(character); break;

                // Characters that no HTML or SVG may have; a lone half of a pair cannot be written as UTF-8.
                case < ' ' or '\uFFFE' or '\uFFFF': _text.Append('\uFFFD'); break;
                default: _text.Append(character); break;
            }
        }
    }
}

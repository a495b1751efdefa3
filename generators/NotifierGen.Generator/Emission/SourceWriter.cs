using System.Text;

namespace NotifierGen.Generator.Emission;

/// <summary>Writes lines at the current indentation, with LF on every machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();

    public int Indentation { get; set; }

    /// <summary>Writes an empty line.</summary>
    public void WriteLine() => _text.Append('\n');

    /// <summary>Writes one line, or the lines of a raw string literal.</summary>
    public void WriteLine(string lines)
    {
        int start = 0;
        while (start <= lines.Length)
        {
            int end = lines.IndexOf('\n', start);
            end = end < 0 ? lines.Length : end;
            int length = end > start && lines[end - 1] == '\r' ? end - start - 1 : end - start;
            if (length > 0)
            {
                _text.Append(' ', Indentation * 4).Append(lines, start, length);
            }

            _text.Append('\n');
            start = end + 1;
        }
    }

    /// <summary>Opens a block.</summary>
    public void Open(string head)
    {
        WriteLine(head);
        WriteLine("{");
        Indentation++;
    }

    /// <summary>Closes a block.</summary>
    public void Close(string tail = "")
    {
        Indentation--;
        WriteLine("}" + tail);
    }

    /// <summary>Closes all open blocks.</summary>
    public void CloseAll()
    {
        while (Indentation > 0)
        {
            Close();
        }
    }

    public override string ToString() => _text.ToString();
}

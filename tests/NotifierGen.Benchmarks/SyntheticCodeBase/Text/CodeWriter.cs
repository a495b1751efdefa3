using System.Text;

namespace NotifierGen.Benchmarks.SyntheticCodeBase.Text;

/// <summary>Text with indentation, and its lines counted.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _indentation;

    public int Lines { get; private set; }

    /// <summary>Writes one line or several.</summary>
    public void Write(string text)
    {
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (!line.IsEmpty)
            {
                _text.Append(' ', 4 * _indentation).Append(line);
            }

            _text.Append('\n');
            Lines++;
        }
    }

    public void Open(string head)
    {
        Write(head);
        Write("{");
        _indentation++;
    }

    public void Close(string tail = "")
    {
        _indentation--;
        Write("}" + tail);
    }

    public void CloseAll()
    {
        while (_indentation > 0)
        {
            Close();
        }
    }

    public override string ToString() => _text.ToString();
}

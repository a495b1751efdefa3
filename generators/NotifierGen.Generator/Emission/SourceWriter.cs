using System.Runtime.CompilerServices;
using System.Text;

namespace NotifierGen.Generator.Emission;

/// <summary>Writes lines at the current indentation, with LF on every machine. Made for one file and one thread.</summary>
internal sealed class SourceWriter
{
    private const int LongestSpare = 32 * 1024;

    // A project has a file for each device class, all of about the same length.
    [ThreadStatic]
    private static StringBuilder? s_spare;

    private readonly StringBuilder _text;
    private bool _isInLine;
    private bool _isInterpolating;

    public SourceWriter()
    {
        _text = s_spare ?? new StringBuilder();
        s_spare = null;
    }

    public int Indentation { get; set; }

    /// <summary>Writes text, which may have several lines, and stays in the last one.</summary>
    public void Write(string text)
    {
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start);
            if (end < 0)
            {
                WriteInLine(text, start, text.Length);
                return;
            }

            // The sources of this class may have been checked out with CR LF.
            WriteInLine(text, start, end > start && text[end - 1] == '\r' ? end - 1 : end);
            WriteLine();
            start = end + 1;
        }
    }

    /// <inheritdoc cref="Write(string)"/>
    public void Write([InterpolatedStringHandlerArgument("")] in SourceLines lines)
    {
        _ = lines;
        _isInterpolating = false;
    }

    /// <summary>Writes spaces.</summary>
    public void Pad(int count) => _text.Append(' ', count);

    /// <summary>Ends the line.</summary>
    public void WriteLine()
    {
        _text.Append('\n');
        _isInLine = false;
    }

    /// <summary>Writes text, which may have several lines, and ends the last one.</summary>
    public void WriteLine(string lines)
    {
        Write(lines);
        WriteLine();
    }

    /// <inheritdoc cref="WriteLine(string)"/>
    public void WriteLine([InterpolatedStringHandlerArgument("")] in SourceLines lines)
    {
        Write(in lines);
        WriteLine();
    }

    /// <summary>Begins to write an interpolated string. What stands in its holes is written in between, so it must not write anything itself.</summary>
    public void Interpolate()
    {
        if (_isInterpolating)
        {
            throw new InvalidOperationException("A hole of an interpolated string writes to the file that the string goes to. Compute it first.");
        }

        _isInterpolating = true;
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
        Write("}");
        WriteLine(tail);
    }

    /// <summary>Closes all open blocks.</summary>
    public void CloseAll()
    {
        while (Indentation > 0)
        {
            Close();
        }
    }

    /// <summary>Gives what was written, and ends the writing.</summary>
    public string Finish()
    {
        string text = _text.ToString();
        if (_text.Capacity <= LongestSpare)
        {
            s_spare = _text.Clear();
        }

        return text;
    }

    private void WriteInLine(string text, int start, int end)
    {
        if (end == start)
        {
            return;
        }

        if (!_isInLine)
        {
            _isInLine = true;
            _text.Append(' ', Indentation * 4);
        }

        _text.Append(text, start, end - start);
    }
}

using System.Globalization;
using System.Runtime.CompilerServices;

namespace NotifierGen.Generator.Emission;

/// <summary>An interpolated string that goes into a file piece by piece: a table may have a hundred thousand of them.</summary>
[InterpolatedStringHandler]
internal readonly ref struct SourceLines
{
    private readonly SourceWriter _writer;

    // The compiler passes what would help to guess a length.
    public SourceLines(int literalLength, int formattedCount, SourceWriter writer)
    {
        _ = literalLength + formattedCount;
        _writer = writer;
        writer.Interpolate();
    }

    public void AppendLiteral(string text) => _writer.Write(text);

    public void AppendFormatted(string? text) => _writer.Write(text ?? "");

    public void AppendFormatted(int number) => _writer.Write(number.ToString(CultureInfo.InvariantCulture));
}

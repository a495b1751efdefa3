namespace NotifierGen.Generator.Emission;

/// <summary>A table in the comment on top of a generated file.</summary>
internal sealed class CommentTable
{
    private readonly List<string[]> _rows;

    public CommentTable(params string[] header) => _rows = [header];

    public void Add(params string[] cells) => _rows.Add(cells);

    public void WriteTo(SourceWriter writer)
    {
        int[] widths = new int[_rows[0].Length];
        foreach (string[] row in _rows)
        {
            for (int column = 0; column < widths.Length; column++)
            {
                widths[column] = Math.Max(widths[column], row[column].Length);
            }
        }

        foreach (string[] row in _rows)
        {
            WriteRow(writer, row, widths);
        }
    }

    // Without spaces at the end of the line.
    private static void WriteRow(SourceWriter writer, string[] row, int[] widths)
    {
        int last = Array.FindLastIndex(row, static cell => cell.Length > 0);
        writer.Write("// ");
        for (int column = 0; column <= last; column++)
        {
            writer.Write("  ");
            writer.Write(row[column]);
            writer.Pad(column == last ? 0 : widths[column] - row[column].Length);
        }

        writer.WriteLine();
    }
}

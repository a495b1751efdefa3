using System.Text;

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
            var line = new StringBuilder("// ");
            for (int column = 0; column < widths.Length; column++)
            {
                line.Append("  ").Append(row[column].PadRight(widths[column]));
            }

            writer.WriteLine(line.ToString().TrimEnd());
        }
    }
}

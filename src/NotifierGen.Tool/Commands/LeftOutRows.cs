using NotifierGen.Tool.Reading;

namespace NotifierGen.Tool.Commands;

/// <summary>Rows that no table has, because their After and Before wait for each other.</summary>
internal static class LeftOutRows
{
    public static void Warn(TextWriter errors, ComposedTable table)
    {
        if (!table.LeftOut.IsEmpty)
        {
            errors.WriteLine($"warning: left out, because After and Before let them wait for each other: {string.Join(", ", table.LeftOut.Select(row => $"{row} ({row.Row.Event})"))}. Remove one of the edges.");
        }
    }
}

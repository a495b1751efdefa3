using System.Collections.Immutable;
using System.Globalization;

namespace NotifierGen.Analyzers.TableFiles;

/// <summary>Says in one clause how a written table differs from the composed one.</summary>
internal static class TableDifference
{
    /// <summary>Null if they are equal.</summary>
    public static string? Describe(ImmutableArray<string> written, ImmutableArray<string> rows)
    {
        if (written.IsEmpty)
        {
            return "it has no table";
        }

        if (written.Length < 2 || written[0] != ComposedTable.Head[0] || written[1] != ComposedTable.Head[1])
        {
            return "its table does not begin with '" + ComposedTable.Head[0] + "'";
        }

        ImmutableArray<string> writtenRows = written.RemoveRange(0, 2);
        if (writtenRows.SequenceEqual(rows))
        {
            return null;
        }

        if (rows.Except(writtenRows).FirstOrDefault() is { } missing)
        {
            return "it lacks the row '" + missing + "'";
        }

        if (writtenRows.Except(rows).FirstOrDefault() is { } left)
        {
            return "it has the row '" + left + "', which is none";
        }

        for (int i = 0; i < rows.Length && i < writtenRows.Length; i++)
        {
            if (rows[i] != writtenRows[i])
            {
                return string.Format(CultureInfo.InvariantCulture, "'{0}' comes at place {1}", rows[i], i + 1);
            }
        }

        return string.Format(CultureInfo.InvariantCulture, "it has {0} rows, not {1}", writtenRows.Length, rows.Length);
    }
}

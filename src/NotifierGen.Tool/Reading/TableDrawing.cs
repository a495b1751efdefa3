using System.Collections.Immutable;
using NotifierGen.Generator.Model;
using NotifierGen.Pages.Tables;

namespace NotifierGen.Tool.Reading;

/// <summary>What pages show of a composed table.</summary>
internal static class TableDrawing
{
    public static TableContents Contents(ComposedTable table)
    {
        ILookup<(Section, TypeKey), DeclaredRow> rowsOf = table.Rows.ToLookup(row => (row.Section, row.DeviceKey));
        return new TableContents(table.Name, table.IsOfDispatcher, [.. table.Rows.Select(row => new TableEntry(
            row.Row,
            row.IsStatic,
            Classes(row, row.After, rowsOf),
            Classes(row, row.Before, rowsOf)))]);
    }

    /// <summary>The classes that edges mean here: the nearest of the named type's lineage with rows of the same event and phase.</summary>
    private static ImmutableArray<string> Classes(DeclaredRow row, EquatableArray<EdgeTarget> edges, ILookup<(Section, TypeKey), DeclaredRow> rowsOf)
    {
        SortedSet<string> classes = new(StringComparer.Ordinal);
        foreach (EdgeTarget edge in edges)
        {
            EquatableArray<TypeKey> level = edge.Lineage.FirstOrDefault(each => each.Any(type => rowsOf.Contains((row.Section, type))));
            foreach (TypeKey type in level.Where(type => type != row.DeviceKey && rowsOf.Contains((row.Section, type))))
            {
                classes.Add(rowsOf[(row.Section, type)].First().Device);
            }
        }

        return [.. classes];
    }
}

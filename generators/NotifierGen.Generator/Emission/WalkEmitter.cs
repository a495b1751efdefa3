using NotifierGen.Generator.Model;

namespace NotifierGen.Generator.Emission;

/// <summary>Prints the walk over a dispatcher's rows: a method for each section, in parts where it has many rows.</summary>
internal static class WalkEmitter
{
    /// <summary>How many rows one method walks: the JIT stops optimising a method long before it has a thousand.</summary>
    public const int RowsInPlace = 64;

    public static void Write(SourceWriter writer, TableModel table)
    {
        List<(Section Section, int First, int End)> sections = Sections(table);
        WriteRun(writer, sections);
        foreach ((Section section, int first, int end) in sections)
        {
            writer.WriteLine();
            if (end - first <= RowsInPlace)
            {
                WriteWalk(writer, table, $"Run{section}", first, end, isPart: false);
            }
            else
            {
                WriteParts(writer, table, section, first, end);
            }
        }
    }

    private static List<(Section Section, int First, int End)> Sections(TableModel table)
    {
        var sections = new List<(Section Section, int First, int End)>();
        for (int row = 0; row < table.Rows.Count; row++)
        {
            Section section = table.Rows[row].Section;
            if (sections.Count > 0 && sections[sections.Count - 1].Section == section)
            {
                sections[sections.Count - 1] = (section, sections[sections.Count - 1].First, row + 1);
            }
            else
            {
                sections.Add((section, row, row + 1));
            }
        }

        return sections;
    }

    private static void WriteRun(SourceWriter writer, List<(Section Section, int First, int End)> sections)
    {
        writer.WriteLine(
            $"""
            /// <inheritdoc/>
            {Names.Generated}
            {Names.Hidden}
            """);
        writer.Open("protected override void Run" + Names.RowParameters);
        if (sections.Count > 0)
        {
            writer.Open("switch (cursor.Section)");
            foreach ((Section section, _, _) in sections)
            {
                string name = section.ToString();
                writer.WriteLine(
                    $"""
                    case global::NotifierGen.CompilerServices.DispatchSection.{name}:
                        Run{name}(ref cursor, in context);
                        break;
                    """);
            }

            writer.Close();
        }

        writer.Close();
    }

    /// <summary>A dispatch enters the part of its row and goes through all that follow.</summary>
    private static void WriteParts(SourceWriter writer, TableModel table, Section section, int first, int end)
    {
        writer.WriteLine(Names.Generated);
        writer.Open($"private static void Run{section}{Names.RowParameters}");
        writer.WriteLine("int row = cursor.Row;");
        int part = 1;
        for (int start = first; start < end; start += RowsInPlace, part++)
        {
            int stop = Math.Min(end, start + RowsInPlace);
            writer.WriteLine(FormattableString.Invariant(
                $$"""
                if (row < {{stop}})
                {
                    Run{{section}}{{part}}(ref cursor, in context, {{(start == first ? "row" : FormattableString.Invariant($"row < {start} ? {start} : row"))}});
                }

                """).TrimEnd('\n', '\r'));
            if (stop < end)
            {
                writer.WriteLine();
            }
        }

        writer.Close();
        part = 1;
        for (int start = first; start < end; start += RowsInPlace, part++)
        {
            writer.WriteLine();
            string name = FormattableString.Invariant($"Run{section}{part}");
            WriteWalk(writer, table, name, start, Math.Min(end, start + RowsInPlace), isPart: true);
        }
    }

    private static void WriteWalk(SourceWriter writer, TableModel table, string name, int first, int end, bool isPart)
    {
        string parameters = isPart ? Names.RowParameters.TrimEnd(')') + ", int row)" : Names.RowParameters;
        writer.WriteLine(Names.Generated);
        writer.Open($"private static void {name}{parameters}");
        writer.Open(isPart ? "switch (row)" : "switch (cursor.Row)");
        for (int i = first; i < end; i++)
        {
            TableRow row = table.Rows[i];
            writer.WriteLine(
                $$"""
                case {{i}}: // {{row.Device}}.{{row.Handler}}
                    while (cursor.Next({{i}}))
                    {
                        {{row.Alias}}::{{row.RowClass}}.{{row.Method}}(ref cursor, in context);
                    }

                """);
            if (i + 1 < end)
            {
                writer.WriteLine($"    goto case {i + 1};");
            }
            else
            {
                writer.WriteLine("    break;");
            }
        }

        writer.Close();
        writer.Close();
    }
}

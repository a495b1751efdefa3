using System.Globalization;
using NotifierGen.Generator.Model;

namespace NotifierGen.Generator.Emission;

/// <summary>Prints the table of a dispatcher.</summary>
internal static class TableEmitter
{
    /// <summary>An array with more elements is filled by several methods: the JIT compiles small ones in no time, and one giant one badly.</summary>
    public const int ElementsInPlace = 128;

    public static void Write(SourceWriter writer, DispatcherModel dispatcher, TableModel table)
    {
        string[] classes = [.. table.Rows.Select(ClassReference).Distinct()];
        string[] rows = [.. table.Rows.Select(Constructor)];
        var classIndices = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < classes.Length; i++)
        {
            classIndices.Add(classes[i], i);
        }

        string[] classOfRow = [.. table.Rows.Select(row => classIndices[ClassReference(row)].ToString(CultureInfo.InvariantCulture))];

        writer.WriteLine(
            $"""
            {Names.Generated}
            private static readonly {Names.DispatchTable} s_table = new {Names.DispatchTable}(
            """);
        writer.Indentation++;
        WriteArray(writer, Names.DeviceClass, classes, "CreateClasses", ",");
        WriteArray(writer, Names.Row, rows, "CreateRows", ",");
        WriteIndices(writer, classOfRow);
        writer.Indentation--;
        writer.WriteLine();
        WriteDocumentation(writer, table);
        writer.WriteLine(
            $"""
            {Names.Generated}
            public {(dispatcher.HidesTable ? "new " : "")}static global::System.ReadOnlySpan<{Names.Row}> Table => s_table.Rows;

            /// <inheritdoc/>
            {Names.Generated}
            {Names.Hidden}
            protected override {Names.DispatchTable} Rows => s_table;
            """);
        string[] rowClasses = WriteRowClasses(writer, table);
        WriteFactory(writer, Names.DeviceClass, classes, "CreateClasses");
        WriteFactory(writer, Names.Row, rows, "CreateRows");
        WriteFactory(writer, Names.Type, rowClasses, "CreateRowClasses");
    }

    /// <summary>Where the rows come from, and those left out: read when a module is added, whose rows take their places among these.</summary>
    private static string[] WriteRowClasses(SourceWriter writer, TableModel table)
    {
        string[] rowClasses = [.. table.Rows.Concat(table.LeftOut).Select(row => $"typeof({row.Alias}::{row.RowClass})").Distinct()];
        writer.WriteLine();
        writer.WriteLine(
            $"""
            /// <inheritdoc/>
            {Names.Generated}
            {Names.Hidden}
            protected override {Names.Type}[] ListRowClasses() =>
            """);
        writer.Indentation++;
        WriteArray(writer, Names.Type, rowClasses, "CreateRowClasses", ";");
        writer.Indentation--;
        return rowClasses;
    }

    private static void WriteDocumentation(SourceWriter writer, TableModel table)
    {
        if (table.Rows.Count == 0)
        {
            writer.WriteLine("/// <summary>The rows in call order: none, because nothing this project references has handlers.</summary>");
            return;
        }

        writer.WriteLine(
            """
            /// <summary>
            /// The rows in call order:
            /// <list type="number">
            """);
        foreach (TableRow row in table.Rows)
        {
            // A referenced device class may be internal, or have a namesake: its row is always in reach.
            string handler = row.Cref is null
                ? $"<see cref=\"{row.Alias}::{row.RowClass}.{row.Method}\">{Escape(row.Device)}.{row.Handler}</see>"
                : $"<see cref=\"{row.Cref}\"/>.{row.Handler}";
            writer.WriteLine($"/// <item><description>{Names.PlainSection(row.Section)}: {handler}</description></item>");
        }

        writer.WriteLine(
            """
            /// </list>
            /// </summary>
            """);
    }

    private static string Escape(string name) => name.Replace("<", "&lt;").Replace(">", "&gt;");

    private static void WriteArray(SourceWriter writer, string type, string[] elements, string factory, string tail)
    {
        if (elements.Length > ElementsInPlace)
        {
            writer.WriteLine($"{factory}(){tail}");
        }
        else if (elements.Length == 0)
        {
            writer.WriteLine($"new {type}[0]{tail}");
        }
        else
        {
            writer.Open($"new {type}[]");
            foreach (string element in elements)
            {
                writer.WriteLine(element + ",");
            }

            writer.Close(tail);
        }
    }

    private static void WriteIndices(SourceWriter writer, string[] indices)
    {
        const int PerLine = 32;
        if (indices.Length <= PerLine)
        {
            writer.WriteLine(indices.Length == 0 ? "new int[0]);" : $"new int[] {{ {string.Join(", ", indices)} }});");
            return;
        }

        writer.Open("new int[]");
        for (int i = 0; i < indices.Length; i += PerLine)
        {
            writer.WriteLine(string.Join(", ", indices, i, Math.Min(PerLine, indices.Length - i)) + ",");
        }

        writer.Close(");");
    }

    private static void WriteFactory(SourceWriter writer, string type, string[] elements, string factory)
    {
        if (elements.Length <= ElementsInPlace)
        {
            return;
        }

        int parts = (elements.Length + ElementsInPlace - 1) / ElementsInPlace;
        writer.WriteLine();
        writer.WriteLine(Names.Generated);
        writer.Open($"private static {type}[] {factory}()");
        writer.WriteLine(FormattableString.Invariant($"{type}[] all = new {type}[{elements.Length}];"));
        for (int part = 1; part <= parts; part++)
        {
            writer.WriteLine(FormattableString.Invariant($"{factory}{part}(all);"));
        }

        writer.WriteLine("return all;");
        writer.Close();
        for (int part = 0; part < parts; part++)
        {
            writer.WriteLine();
            writer.WriteLine(Names.Generated);
            writer.Open(FormattableString.Invariant($"private static void {factory}{part + 1}({type}[] all)"));
            for (int i = part * ElementsInPlace; i < Math.Min(elements.Length, (part + 1) * ElementsInPlace); i++)
            {
                writer.WriteLine(FormattableString.Invariant($"all[{i}] = {elements[i]};"));
            }

            writer.Close();
        }
    }

    private static string ClassReference(TableRow row) => $"{row.Alias}::{row.RowClass}.{(row.IsStatic ? "StaticClass" : "Class")}";

    private static string Constructor(TableRow row) => FormattableString.Invariant(
        $"new {Names.Row}({Names.Literal(row.Device)}, {Names.Literal(row.Handler)}, {Names.Event(row.Section)}, {Names.Phase(row.Section)}, {Names.Modes(row.Modes)}, {row.Order}, {row.BudgetMicroseconds}, {Names.Literal(row.RequiresStoppedVm)}, {Names.Literal(row.Assembly)})");
}

using System.Globalization;
using NotifierGen.Generator.Model;

namespace NotifierGen.Generator.Emission;

/// <summary>Prints the table of a dispatcher.</summary>
internal static class TableEmitter
{
    public static void Write(SourceWriter writer, DispatcherModel dispatcher, TableModel table)
    {
        (List<DeviceClassReference> classes, int[] classOfRow) = Classes(table);
        var classArray = new ArrayEmitter(Names.DeviceClass, classes.Count, "CreateClasses", (to, i) => WriteClass(to, classes[i]));
        var rowArray = new ArrayEmitter(Names.Row, table.Rows.Count, "CreateRows", (to, i) => WriteRow(to, table.Rows[i]));
        (string Alias, string RowClass)[] rowClasses = [.. table.Rows.Concat(table.LeftOut).Select(static row => (row.Alias, row.RowClass)).Distinct()];
        var rowClassArray = new ArrayEmitter(Names.Type, rowClasses.Length, "CreateRowClasses", (to, i) => to.Write($"typeof({rowClasses[i].Alias}::{rowClasses[i].RowClass})"));
        writer.WriteLine(
            $"""
            {Names.Generated}
            private static readonly {Names.DispatchTable} s_table = new {Names.DispatchTable}(
            """);
        writer.Indentation++;
        classArray.WriteExpression(writer, ",");
        rowArray.WriteExpression(writer, ",");
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
        WriteRowClasses(writer, rowClassArray);
        classArray.WriteFactory(writer);
        rowArray.WriteFactory(writer);
        rowClassArray.WriteFactory(writer);
    }

    /// <summary>Where the rows come from, and those left out: read when a module is added, whose rows take their places among these.</summary>
    private static void WriteRowClasses(SourceWriter writer, ArrayEmitter rowClasses)
    {
        writer.WriteLine();
        writer.WriteLine(
            $"""
            /// <inheritdoc/>
            {Names.Generated}
            {Names.Hidden}
            protected override {Names.Type}[] ListRowClasses() =>
            """);
        writer.Indentation++;
        rowClasses.WriteExpression(writer, ";");
        writer.Indentation--;
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
            string cref = row.Cref ?? $"{row.Alias}::{row.RowClass}.{row.Method}";
            writer.WriteLine($"/// <item><description>{Names.PlainSection(row.Section)}: <see cref=\"{cref}\">{Escape(row.Device)}.{row.Handler}</see></description></item>");
        }

        writer.WriteLine(
            """
            /// </list>
            /// </summary>
            """);
    }

    private static string Escape(string name) => name.Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>The classes in the order of their first rows, and for each row the position of its class.</summary>
    private static (List<DeviceClassReference> Classes, int[] ClassOfRow) Classes(TableModel table)
    {
        var classes = new List<DeviceClassReference>();
        var positions = new Dictionary<DeviceClassReference, int>();
        var classOfRow = new int[table.Rows.Count];
        for (int row = 0; row < classOfRow.Length; row++)
        {
            var reference = new DeviceClassReference(table.Rows[row].Alias, table.Rows[row].RowClass, table.Rows[row].IsStatic);
            if (!positions.TryGetValue(reference, out classOfRow[row]))
            {
                classOfRow[row] = classes.Count;
                positions.Add(reference, classes.Count);
                classes.Add(reference);
            }
        }

        return (classes, classOfRow);
    }

    private static void WriteClass(SourceWriter writer, DeviceClassReference reference) =>
        writer.Write($"{reference.Alias}::{reference.RowClass}.{(reference.IsStatic ? "StaticClass" : "Class")}");

    private static void WriteRow(SourceWriter writer, TableRow row) => writer.Write(
        $"new {Names.Row}({Names.Literal(row.Device)}, {Names.Literal(row.Handler)}, {Names.Event(row.Section)}, {Names.Phase(row.Section)}, {Names.Modes(row.Modes)}, {row.Order}, {row.BudgetMicroseconds}, {Names.Literal(row.RequiresStoppedVm)}, {Names.Literal(row.Assembly)})");

    private static void WriteIndices(SourceWriter writer, int[] indices)
    {
        const int PerLine = 32;
        if (indices.Length <= PerLine)
        {
            writer.WriteLine(indices.Length == 0 ? "new int[0]);" : $"new int[] {{ {Join(indices, 0, indices.Length)} }});");
            return;
        }

        writer.Open("new int[]");
        for (int i = 0; i < indices.Length; i += PerLine)
        {
            writer.WriteLine($"{Join(indices, i, Math.Min(PerLine, indices.Length - i))},");
        }

        writer.Close(");");
    }

    private static string Join(int[] numbers, int start, int count) =>
        string.Join(", ", numbers.Skip(start).Take(count).Select(static number => number.ToString(CultureInfo.InvariantCulture)));

    private readonly record struct DeviceClassReference(string Alias, string RowClass, bool IsStatic);
}

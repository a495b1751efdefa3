using NotifierGen.Generator.Model;

namespace NotifierGen.Generator.Emission;

/// <summary>Prints the method that runs one row.</summary>
internal static class RowEmitter
{
    /// <summary>Prints the method's head and body.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="head">What stands before the parameters.</param>
    /// <param name="row">The row.</param>
    /// <param name="deviceType">The type over whose instances the row runs, and on which it calls a static handler.</param>
    public static void Write(SourceWriter writer, string head, RowModel row, string deviceType)
    {
        writer.Open(head + Names.RowParameters);
        if (row.Handler.IsStatic)
        {
            string call = deviceType + "." + Call(row.Handler);
            writer.WriteLine(row.Handler.Answers ? $"cursor.Refuses({call});" : $"{call};");
        }
        else
        {
            WriteLoop(writer, row, deviceType);
        }

        writer.Close();
    }

    /// <summary>A handler's name and arguments.</summary>
    public static string Call(HandlerCall handler) => Identifiers.Escape(handler.Name) + (handler.TakesContext ? "(in context)" : "()");

    private static void WriteLoop(SourceWriter writer, RowModel row, string deviceType)
    {
        string loop = row.Section.IsMirrored()
            ? "for (int i = devices.Length - 1; i >= 0; i--)"
            : "for (int i = 0; i < devices.Length; i++)";
        writer.WriteLine(
            $$"""
            global::System.ReadOnlySpan<{{deviceType}}?> devices = cursor.Devices<{{deviceType}}>();
            {{loop}}
            {
                cursor.Position = i;
            """);
        writer.Indentation++;
        if (row.Handler.Answers)
        {
            writer.WriteLine(
                $$"""
                if (devices[i] is { } device && cursor.Refuses(device.{{Call(row.Handler)}}))
                {
                    return;
                }
                """);
        }
        else
        {
            writer.WriteLine($"devices[i]?.{Call(row.Handler)};");
        }

        writer.Close();
    }
}

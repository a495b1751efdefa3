using NotifierGen.Generator.Model;

namespace NotifierGen.Generator.Emission;

/// <summary>
/// Prints what must stand inside the device class: the loops over private handlers and, for a generic class, the implementation of the
/// interface through which rows reach all of its constructions.
/// </summary>
internal static class InnerRowsEmitter
{
    /// <summary>Whether the row's own loop stands inside the class.</summary>
    public static bool StandsInside(DeviceModel device, DeviceRow row) => row.Row.Handler.IsHidden && !device.Class.IsGeneric;

    /// <summary>The name of the row inside the class; that of a base or derived class's row is another one, so that none hides another.</summary>
    public static string MethodName(DeviceModel device, DeviceRow row) => $"NotifierGen_{device.RowClass}_{row.Method}";

    /// <summary>The interface of a generic class.</summary>
    public static string InterfaceReference(DeviceModel device) => $"global::{device.RowNamespace}.I{device.RowClass}";

    /// <summary>Prints the interface of a generic class.</summary>
    public static void WriteInterface(SourceWriter writer, DeviceModel device)
    {
        if (!device.Class.IsGeneric)
        {
            return;
        }

        writer.WriteLine(
            $"""
            /// <summary>The handlers of <see cref="{device.Class.Cref}"/>, whatever its type arguments.</summary>
            {Names.Generated}
            {Names.Hidden}
            """);
        writer.Open("internal interface I" + device.RowClass);
        bool isFirst = true;
        foreach (HandlerCall handler in Handlers(device))
        {
            if (!isFirst)
            {
                writer.WriteLine();
            }

            isFirst = false;
            string parameters = handler.TakesContext ? $"(in {Names.Context} context)" : "()";
            writer.WriteLine($"{ReturnType(handler)} {Identifiers.Escape(handler.Name)}{parameters};");
        }

        writer.Close();
        writer.WriteLine();
    }

    /// <summary>Prints the part of the class, if it needs one.</summary>
    public static void Write(SourceWriter writer, DeviceModel device)
    {
        DeviceRow[] inside = [.. device.Rows.Where(row => StandsInside(device, row))];
        if (inside.Length == 0 && !device.Class.IsGeneric)
        {
            return;
        }

        OpenType(writer, device.Class.Declaration, device.Class.IsGeneric ? " : " + InterfaceReference(device) : "");
        if (device.Class.IsGeneric)
        {
            WriteImplementation(writer, device);
        }
        else
        {
            WriteLoops(writer, device, inside);
        }

        writer.CloseAll();
        writer.WriteLine();
    }

    /// <summary>Opens the namespace, the containing types and the type itself.</summary>
    public static void OpenType(SourceWriter writer, PartialType type, string baseList, string? documentation = null)
    {
        if (type.Namespace.Length > 0)
        {
            writer.Open("namespace " + type.Namespace);
        }

        for (int i = 0; i < type.Declarations.Count - 1; i++)
        {
            writer.Open(type.Declarations[i]);
        }

        if (documentation is not null)
        {
            writer.WriteLine(documentation);
        }

        writer.Open(type.Declarations[type.Declarations.Count - 1] + baseList);
    }

    private static void WriteLoops(SourceWriter writer, DeviceModel device, DeviceRow[] rows)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            if (i > 0)
            {
                writer.WriteLine();
            }

            writer.WriteLine(
                $"""
                {Names.Generated}
                {Names.Hidden}
                """);
            RowEmitter.Write(writer, "internal static void " + MethodName(device, rows[i]), rows[i].Row, device.Class.TypeReference);
        }
    }

    private static void WriteImplementation(SourceWriter writer, DeviceModel device)
    {
        bool isFirst = true;
        foreach (HandlerCall handler in Handlers(device))
        {
            if (!isFirst)
            {
                writer.WriteLine();
            }

            isFirst = false;
            string name = Identifiers.Escape(handler.Name);
            string parameters = handler.TakesContext ? $"(in {Names.Context} context)" : "()";
            writer.WriteLine(
                $"""
                {Names.Generated}
                {ReturnType(handler)} {InterfaceReference(device)}.{name}{parameters} => this.{RowEmitter.Call(handler)};
                """);
        }
    }

    private static string ReturnType(HandlerCall handler) => handler.Answers ? Names.SetupResult : "void";

    /// <summary>Each handler once, in the order of the rows.</summary>
    private static IEnumerable<HandlerCall> Handlers(DeviceModel device) => device.Rows.Select(row => row.Row.Handler).Distinct();
}

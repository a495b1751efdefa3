using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using NotifierGen.CompilerServices;
using NotifierGen.Dispatch;
using NotifierGen.Registry;

namespace NotifierGen.Preparation;

/// <summary>Has the runtime compile the handlers of registered devices.</summary>
internal static class HandlerCode
{
    private const string Kept = "The rows call the handlers, so trimming keeps them; one that is not found is compiled when it is called first.";

    /// <summary>Compiles the handlers of every run-time type that has none compiled yet.</summary>
    /// <returns>Whether there was one.</returns>
    public static bool Compile(TablePlan plan)
    {
        bool hasCompiled = false;
        for (int i = 0; i < plan.Lists.Length; i++)
        {
            hasCompiled |= plan.Table.Classes[i] is StaticDeviceClass handlers ? CompileStatic(plan.Table, i, handlers) : CompileDevices(plan, plan.Lists[i]);
        }

        return hasCompiled;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Kept)]
    private static bool CompileStatic(DispatchTable table, int deviceClass, StaticDeviceClass handlers)
    {
        if (handlers.IsPrepared)
        {
            return false;
        }

        // Their rows are not rehearsed: there is no device that could be left out.
        handlers.IsPrepared = true;
        foreach (MethodInfo row in handlers.Rows.GetMethods(MachineCode.Declared))
        {
            MachineCode.Compile(row);
        }

        if (handlers.Rows.GetCustomAttribute<DeviceRowsAttribute>() is { } rows)
        {
            foreach (string handler in HandlersOf(table, [deviceClass]))
            {
                CompileDeclared(rows.Device, handler);
            }
        }

        return true;
    }

    private static bool CompileDevices(TablePlan plan, DeviceList list)
    {
        bool hasCompiled = false;
        Type? last = null;
        DeviceSlots? slots = list.Open(out int count);
        for (int slot = 0; slot < count; slot++)
        {
            // Devices of a type tend to stand together; only where another begins is there something to ask.
            if (slots!.Items[slot] is not { } device || device.GetType() == last)
            {
                continue;
            }

            last = device.GetType();
            DeviceKind kind = plan.Table.KindOf(device);
            if (!kind.IsPrepared)
            {
                kind.IsPrepared = hasCompiled = true;
                CompileDevice(plan.Table, kind, last);
            }
        }

        return hasCompiled;
    }

    private static void CompileDevice(DispatchTable table, DeviceKind kind, Type device)
    {
        string[] handlers = HandlersOf(table, kind.Classes);
        foreach (string handler in handlers)
        {
            CompileOf(device, handler);
        }

        foreach (int deviceClass in kind.Classes)
        {
            if (table.Classes[deviceClass].InstanceType is { IsInterface: true } contract)
            {
                CompileImplementations(device, contract, handlers);
            }
        }
    }

    private static string[] HandlersOf(DispatchTable table, int[] classes)
    {
        HashSet<string> handlers = [];
        for (int row = 0; row < table.Rows.Length; row++)
        {
            if (Array.IndexOf(classes, table.RowClasses[row]) >= 0)
            {
                handlers.Add(table.Rows[row].Handler);
            }
        }

        return [.. handlers];
    }

    // A handler may be declared, or overridden, anywhere between the type and object; overloads that are no handlers do no harm.
    private static void CompileOf(Type device, string handler)
    {
        for (Type? type = device; type is not null && type != typeof(object); type = type.BaseType)
        {
            CompileDeclared(type, handler);
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Kept)]
    private static void CompileDeclared(Type type, string handler)
    {
        foreach (MethodInfo method in type.GetMethods(MachineCode.Declared))
        {
            if (method.Name == handler)
            {
                MachineCode.Compile(method);
            }
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = Kept)]
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Kept)]
    private static void CompileImplementations(Type device, Type contract, string[] handlers)
    {
        InterfaceMapping map = device.GetInterfaceMap(contract);
        for (int i = 0; i < map.InterfaceMethods.Length; i++)
        {
            if (Array.IndexOf(handlers, map.InterfaceMethods[i].Name) >= 0)
            {
                MachineCode.Compile(map.TargetMethods[i]);
            }
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using NotifierGen.CompilerServices;
using NotifierGen.Generator.Model;

namespace NotifierGen.Modules;

/// <summary>Reads the rows of generated classes from the attributes that a compiler would read to compose them.</summary>
internal sealed class RowReader
{
    public const string Unreferenced = "The rows of modules are found by reflection; a trimmed application may have lost them.";

    private readonly RuntimeTypes _types = new();

    /// <summary>The rows of a generated class, in no particular order.</summary>
    /// <exception cref="ArgumentException">The class was not written by this version's generator.</exception>
    [RequiresUnreferencedCode(Unreferenced)]
    public IEnumerable<MergeRow> Read(Type rowClass)
    {
        if (rowClass.GetCustomAttribute<DeviceRowsAttribute>() is not { Device: not null, Name: not null } device)
        {
            throw new ArgumentException($"'{rowClass}' has no [DeviceRows].");
        }

        TypeKey key = _types.KeyOf(device.Device);
        string assembly = rowClass.Assembly.GetName().Name ?? "";
        foreach (MethodInfo method in rowClass.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            if (method.GetCustomAttribute<DeviceRowAttribute>() is { } row)
            {
                yield return new MergeRow(
                    new NotifierRow(device.Name, row.Handler, row.Event, row.Phase, row.Modes, row.Order, row.BudgetMicroseconds, row.RequiresStoppedVm, assembly),
                    ClassOf(rowClass, row.IsStatic),
                    method.Name,
                    CallOf(method),
                    key)
                {
                    After = Targets(row.After),
                    Before = Targets(row.Before),
                };
            }
        }
    }

    private static RowMethod CallOf(MethodInfo method) =>
#if NET
        method.CreateDelegate<RowMethod>();
#else
        (RowMethod)method.CreateDelegate(typeof(RowMethod));
#endif

    [RequiresUnreferencedCode(Unreferenced)]
    private static DeviceClass ClassOf(Type rowClass, bool isStatic)
    {
        string name = isStatic ? "StaticClass" : "Class";
        return rowClass.GetField(name, BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as DeviceClass
            ?? throw new ArgumentException($"'{rowClass}' has no field '{name}'.");
    }

    [RequiresUnreferencedCode(Unreferenced)]
    private EquatableArray<EdgeTarget> Targets(Type[]? types) => new([.. (types ?? []).Where(type => type is not null).Select(_types.TargetOf)]);
}

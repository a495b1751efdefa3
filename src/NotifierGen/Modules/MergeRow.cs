using NotifierGen.CompilerServices;
using NotifierGen.Generator.Model;
using NotifierGen.Generator.Ordering;

namespace NotifierGen.Modules;

/// <summary>A row with all that is needed to give it its place in a table, and to call it.</summary>
internal sealed class MergeRow(NotifierRow row, DeviceClass deviceClass, string method, RowMethod call, TypeKey deviceKey) : IOrderedRow
{
    public NotifierRow Row { get; } = row;

    /// <summary>The class whose instances the row calls.</summary>
    public DeviceClass Class { get; } = deviceClass;

    public RowMethod Call { get; } = call;

    public string Method { get; } = method;

    public TypeKey DeviceKey { get; } = deviceKey;

    public EquatableArray<EdgeTarget> After { get; init; }

    public EquatableArray<EdgeTarget> Before { get; init; }

    public Section Section { get; } = (Section)Dispatch.Sections.Of(row.Event, row.Phase);

    public int Order => Row.Order;

    public string Device => Row.Device;

    public string Handler => Row.Handler;

    public override string ToString() => $"{Row.Device}.{Row.Handler}";
}

using NotifierGen.CompilerServices;
using NotifierGen.Generator.Model;
using NotifierGen.Generator.Ordering;

namespace NotifierGen.Modules;

/// <summary>A row with all that is needed to give it its place in a table, and to call it.</summary>
/// <param name="Row">The row, as tables show it.</param>
/// <param name="Class">The class whose instances it calls.</param>
/// <param name="Method">The name of the generated method.</param>
/// <param name="Call">The generated method.</param>
/// <param name="DeviceKey">The device class, as edges name it.</param>
internal sealed record MergeRow(NotifierRow Row, DeviceClass Class, string Method, RowMethod Call, TypeKey DeviceKey) : IOrderedRow
{
    /// <summary>Whether the compiler had left the row out, because it waited for itself.</summary>
    public bool IsLeftOut { get; init; }

    public EquatableArray<EdgeTarget> After { get; init; }

    public EquatableArray<EdgeTarget> Before { get; init; }

    public Section Section { get; } = (Section)Dispatch.Sections.Of(Row.Event, Row.Phase);

    public int Order => Row.Order;

    public string Device => Row.Device;

    public string Handler => Row.Handler;

    public override string ToString() => $"{Row.Device}.{Row.Handler}";
}

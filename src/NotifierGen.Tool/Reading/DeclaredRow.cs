using NotifierGen.Generator.Model;
using NotifierGen.Generator.Ordering;

namespace NotifierGen.Tool.Reading;

/// <summary>A row as the attributes of an assembly declare it.</summary>
/// <param name="Row">The row, as tables show it.</param>
/// <param name="IsStatic">Whether the handler is static.</param>
/// <param name="RowClass">The generated class that holds it.</param>
/// <param name="Method">The generated method that runs it.</param>
/// <param name="DeviceKey">The device class, as edges name it.</param>
internal sealed record DeclaredRow(NotifierRow Row, bool IsStatic, string RowClass, string Method, TypeKey DeviceKey) : IOrderedRow
{
    public EquatableArray<EdgeTarget> After { get; init; }

    public EquatableArray<EdgeTarget> Before { get; init; }

    public Section Section { get; } = (Section)Dispatch.Sections.Of(Row.Event, Row.Phase);

    public int Order => Row.Order;

    public string Device => Row.Device;

    public string Handler => Row.Handler;

    public override string ToString() => $"{Row.Device}.{Row.Handler}";
}

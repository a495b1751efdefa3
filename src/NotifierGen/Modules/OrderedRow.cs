using NotifierGen.Generator.Model;
using NotifierGen.Generator.Ordering;

namespace NotifierGen.Modules;

/// <summary>A row that was read out of an assembly, with all that is needed to give it its place in a table.</summary>
/// <param name="Row">The row, as tables show it.</param>
/// <param name="Method">The name of the generated method that runs it.</param>
/// <param name="DeviceKey">The device class, as edges name it.</param>
internal abstract record OrderedRow(NotifierRow Row, string Method, TypeKey DeviceKey) : IOrderedRow
{
    public EquatableArray<EdgeTarget> After { get; init; }

    public EquatableArray<EdgeTarget> Before { get; init; }

    public Section Section { get; } = (Section)Dispatch.Sections.Of(Row.Event, Row.Phase);

    public int Order => Row.Order;

    public string Device => Row.Device;

    public string Handler => Row.Handler;

    public sealed override string ToString() => $"{Row.Device}.{Row.Handler}";
}

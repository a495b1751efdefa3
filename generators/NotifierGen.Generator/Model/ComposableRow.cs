using NotifierGen.Generator.Ordering;

namespace NotifierGen.Generator.Model;

/// <summary>A row with everything that decides its place in a table.</summary>
/// <param name="Row">The row.</param>
/// <param name="DeviceKey">The device class, as edges name it.</param>
/// <param name="After">The types whose rows run before this one.</param>
/// <param name="Before">The types whose rows run after this one.</param>
internal sealed record ComposableRow(TableRow Row, TypeKey DeviceKey, EquatableArray<EdgeTarget> After, EquatableArray<EdgeTarget> Before) : IOrderedRow
{
    Section IOrderedRow.Section => Row.Section;

    int IOrderedRow.Order => Row.Order;

    string IOrderedRow.Device => Row.Device;

    string IOrderedRow.Handler => Row.Handler;

    string IOrderedRow.Method => Row.Method;
}

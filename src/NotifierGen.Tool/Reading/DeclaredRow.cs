using NotifierGen.Generator.Model;
using NotifierGen.Modules;

namespace NotifierGen.Tool.Reading;

/// <summary>A row as the attributes of an assembly that is not loaded declare it.</summary>
/// <param name="Row">The row, as tables show it.</param>
/// <param name="IsStatic">Whether the handler is static.</param>
/// <param name="RowClass">The generated class that holds it.</param>
/// <param name="Method">The name of the generated method that runs it.</param>
/// <param name="DeviceKey">The device class, as edges name it.</param>
internal sealed record DeclaredRow(NotifierRow Row, bool IsStatic, string RowClass, string Method, TypeKey DeviceKey) : OrderedRow(Row, Method, DeviceKey);

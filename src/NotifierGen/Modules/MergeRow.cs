using NotifierGen.CompilerServices;
using NotifierGen.Generator.Model;

namespace NotifierGen.Modules;

/// <summary>A row of a loaded assembly: it can be called, too.</summary>
/// <param name="Row">The row, as tables show it.</param>
/// <param name="Class">The class whose instances it calls.</param>
/// <param name="Method">The name of the generated method.</param>
/// <param name="Call">The generated method.</param>
/// <param name="DeviceKey">The device class, as edges name it.</param>
internal sealed record MergeRow(NotifierRow Row, DeviceClass Class, string Method, RowMethod Call, TypeKey DeviceKey) : OrderedRow(Row, Method, DeviceKey)
{
    /// <summary>Whether the compiler had left the row out, because it waited for itself.</summary>
    public bool IsLeftOut { get; init; }
}

namespace NotifierGen.Generator.Model;

/// <summary>A device class with its rows: the content of one generated file.</summary>
/// <param name="Class">The class.</param>
/// <param name="FileName">The hint name of the file.</param>
/// <param name="Rows">The rows, by section and then in call order.</param>
/// <param name="Suppressions">What the file would be warned about.</param>
internal sealed record DeviceModel(
    DeviceClassModel Class,
    string FileName,
    EquatableArray<DeviceRow> Rows,
    EquatableArray<Suppression> Suppressions)
{
    /// <summary>The namespace of the generated row class.</summary>
    public string RowNamespace => "NotifierGen.Generated." + MangledName.OfNamespace(Class.Key.Assembly);

    /// <summary>The name of the generated row class.</summary>
    public string RowClass => MangledName.OfClass(Class.FullName);
}

namespace NotifierGen.Generator.Model;

/// <summary>A row of a device class with the name of the generated method that runs it.</summary>
/// <param name="Method">The method's name, unique in the device class.</param>
/// <param name="Row">The row.</param>
internal sealed record DeviceRow(string Method, RowModel Row);

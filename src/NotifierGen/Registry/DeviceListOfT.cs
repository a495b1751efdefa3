namespace NotifierGen.Registry;

/// <summary>A list whose arrays are typed, so that a row calls its handler directly.</summary>
internal sealed class DeviceList<T>(int index) : DeviceList(index)
    where T : class
{
    private protected override object?[] NewArray(int length) => new T?[length];
}

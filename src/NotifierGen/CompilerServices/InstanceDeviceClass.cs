using NotifierGen.Registry;

namespace NotifierGen.CompilerServices;

/// <summary>A class whose instances are registered.</summary>
internal sealed class InstanceDeviceClass<T>(string name) : DeviceClass(name)
    where T : class
{
    internal override Type InstanceType => typeof(T);

    internal override bool IsInstance(object device) => device is T;

    internal override DeviceList CreateList(int index) => new DeviceList<T>(index);
}

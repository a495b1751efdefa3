using NotifierGen.Registry;

namespace NotifierGen.CompilerServices;

/// <summary>The static handlers of a class. Its list holds the class itself as the one device that is always there, so that pairing works as for any other.</summary>
internal sealed class StaticDeviceClass(string name) : DeviceClass(name)
{
    internal override bool IsInstance(object device) => false;

    internal override DeviceList CreateList(int index)
    {
        DeviceList<StaticDeviceClass> list = new(index);
        list.Append(new StaticDeviceClass(Name), null);
        return list;
    }
}

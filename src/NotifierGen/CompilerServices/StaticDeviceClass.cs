using NotifierGen.Registry;

namespace NotifierGen.CompilerServices;

/// <summary>The static handlers of a class. Its list holds the class itself as the one device that is always there, so that pairing works as for any other.</summary>
internal sealed class StaticDeviceClass(string name, Type rows) : DeviceClass(name)
{
    internal override Type? InstanceType => null;

    /// <summary>The generated class with their rows.</summary>
    public Type Rows => rows;

    /// <summary>Whether the handlers are compiled. Whoever sees that late compiles nothing anew.</summary>
    public bool IsPrepared { get; set; }

    internal override bool IsInstance(object device) => false;

    internal override DeviceList CreateList(int index)
    {
        DeviceList<StaticDeviceClass> list = new(index);
        list.Append(new StaticDeviceClass(Name, rows), null, sequence: 0, isFirst: false);
        return list;
    }
}

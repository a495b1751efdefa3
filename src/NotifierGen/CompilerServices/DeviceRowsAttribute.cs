using System.ComponentModel;

namespace NotifierGen.CompilerServices;

/// <summary>On a generated class: it holds the rows of one device class. Written by the generator, read when a dispatcher is composed.</summary>
[AttributeUsage(AttributeTargets.Class)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DeviceRowsAttribute : Attribute
{
    /// <summary>Describes the device class.</summary>
    /// <param name="device">The device class; an unbound type for a generic one.</param>
    /// <param name="name">Its full name as tables print it; the name that orders rows.</param>
    public DeviceRowsAttribute(Type device, string name)
    {
        Device = device;
        Name = name;
    }

    /// <summary>The device class.</summary>
    public Type Device { get; }

    /// <summary>Its full name.</summary>
    public string Name { get; }
}

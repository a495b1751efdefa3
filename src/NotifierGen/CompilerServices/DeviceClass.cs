using System.ComponentModel;
using NotifierGen.Registry;

namespace NotifierGen.CompilerServices;

/// <summary>A class that declares handlers, as a dispatcher knows it. Created by generated code; immutable.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class DeviceClass
{
    private protected DeviceClass(string name) => Name = name;

    /// <summary>The full name of the class.</summary>
    public string Name { get; }

    /// <summary>A class whose instances are registered.</summary>
    /// <typeparam name="T">The class, or the interface that its rows call.</typeparam>
    /// <param name="name">The full name of the class.</param>
    public static DeviceClass Of<T>(string name)
        where T : class => new InstanceDeviceClass<T>(name);

    /// <summary>The static handlers of a class: they run without registration.</summary>
    /// <param name="name">The full name of the class.</param>
    /// <param name="rows">The generated class with their rows.</param>
    public static DeviceClass OfStatic(string name, Type rows) => new StaticDeviceClass(name, rows);

    /// <summary>The type whose instances are registered; null for static handlers.</summary>
    internal abstract Type? InstanceType { get; }

    internal abstract bool IsInstance(object device);

    internal abstract DeviceList CreateList(int index);
}

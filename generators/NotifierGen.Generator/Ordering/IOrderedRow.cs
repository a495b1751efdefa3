using NotifierGen.Generator.Model;

namespace NotifierGen.Generator.Ordering;

/// <summary>
/// What decides a row's place in a table. The runtime library compiles the ordering too, for the rows of modules that are added while the
/// emulator runs: there is one order, whenever it is found out.
/// </summary>
internal interface IOrderedRow
{
    /// <summary>The event and phase.</summary>
    Section Section { get; }

    /// <summary>The order among rows that no edge orders.</summary>
    int Order { get; }

    /// <summary>The device class's full name.</summary>
    string Device { get; }

    /// <summary>The handler's name.</summary>
    string Handler { get; }

    /// <summary>The name of the generated method that runs the row.</summary>
    string Method { get; }

    /// <summary>The device class, as edges name it.</summary>
    TypeKey DeviceKey { get; }

    /// <summary>The types whose rows run before this one.</summary>
    EquatableArray<EdgeTarget> After { get; }

    /// <summary>The types whose rows run after this one.</summary>
    EquatableArray<EdgeTarget> Before { get; }
}

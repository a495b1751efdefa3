namespace NotifierGen.Generator.Tests.Models;

/// <summary>The names of random machines. Those of types, handlers and type parameters are different, so that they never stand in each other's way.</summary>
internal static class Names
{
    public static IReadOnlyList<string> Projects { get; } = ["Devices", "Devices.Net", "3rd-party", "Gerät", "class", "Devices_Net", "a.b"];

    public static IReadOnlyList<string> Namespaces { get; } = ["", "Devices", "Devices.Net", "namespace.Über", "A", "A.B", "A_B", "Emulator.System", "網路"];

    /// <summary>Some are keywords, some only sometimes, some are names that generated code uses itself.</summary>
    public static IReadOnlyList<string> Types { get; } =
    [
        "Nic", "NIC", "Nic_", "Uart", "Disk", "Disk2", "Disk10", "class", "event", "record", "partial", "file", "var", "dynamic", "field", "await", "required",
        "scoped", "where", "nameof", "extension", "nint", "_", "__", "Übergabe", "é", "e\u0301", "網", "ß", "ª", "System", "NotifierGen", "Object", "Board",
        "MigrationContext", "RowCursor", "Failed", "Phase", "Rows", "Class", "StaticClass", "Setup", "Attribute",
    ];

    /// <summary>Names of types that in the global namespace would hide a namespace that every source needs.</summary>
    public static IReadOnlyList<string> Roots { get; } = ["System", "NotifierGen"];

    public static IReadOnlyList<string> Handlers { get; } =
    [
        "OnFailed", "onFailed", "OnFailed_2", "On", "On_2", "Prepare", "Quiesce", "int", "return", "async", "yield", "get", "value", "Zurück", "_1", "i\u0307",
        "context", "cursor", "device", "devices", "Register", "Run", "Call", "global", "this", "SetupResult", "BeforeVmStart_On", "Table",
    ];

    public static IReadOnlyList<string> TypeParameters { get; } = ["T", "TState", "lock", "Ω", "T_", "in"];
}

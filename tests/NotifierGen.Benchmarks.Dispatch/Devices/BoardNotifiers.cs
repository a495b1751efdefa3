namespace NotifierGen.Benchmarks.Dispatch.Devices;

/// <summary>The dispatcher of both boards.</summary>
[DispatchTable]
public sealed partial class BoardNotifiers : MigrationDispatcher;

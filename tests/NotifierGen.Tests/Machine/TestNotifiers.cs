namespace NotifierGen.Tests.Machine;

/// <summary>Composes every device class of this project.</summary>
[DispatchTable]
internal sealed partial class TestNotifiers : MigrationDispatcher;

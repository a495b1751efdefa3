namespace Emulator.Machine;

/// <summary>Who on this board acts when in a migration: the rows of all device projects, in one order. The generator writes the table.</summary>
[DispatchTable]
public sealed partial class BoardNotifiers : MigrationDispatcher;

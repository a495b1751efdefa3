namespace Misuse.Namesake;

// OtherNamesake is an assembly of the same name, with a class of the same name: without an alias its rows cannot be called.
[DispatchTable]
public sealed partial class MachineNotifiers : MigrationDispatcher; // NG0014

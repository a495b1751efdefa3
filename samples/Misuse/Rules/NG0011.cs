namespace Misuse.Rules.Versions;

// OldLibrary describes its handlers in a way that this version cannot read.
[DispatchTable]
public sealed partial class MachineNotifiers : MigrationDispatcher; // NG0011

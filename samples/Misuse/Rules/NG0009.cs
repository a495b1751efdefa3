namespace Misuse.Rules.Dispatchers;

// The generator could not add the table to it.
[DispatchTable]
public sealed class BoardNotifiers; // NG0009

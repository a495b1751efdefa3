namespace NotifierGen.Testing;

/// <summary>An author's invariant of a whole machine.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Violations">What violates it, nothing if it holds.</param>
internal sealed record MachineInvariant<TMachine>(string Name, Func<TMachine, MigrationMoment, IEnumerable<string>> Violations);

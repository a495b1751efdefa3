namespace NotifierGen.Testing;

/// <summary>An author's invariant of each registered device of a class.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Violations">What violates it, nothing if it holds, or if the device is of another class.</param>
internal sealed record DeviceInvariant(string Name, Func<object, MigrationMoment, IEnumerable<string>> Violations);

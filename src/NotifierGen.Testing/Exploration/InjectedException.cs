using System.Diagnostics.CodeAnalysis;

namespace NotifierGen.Testing;

/// <summary>What an exploration throws in a handler's or a VM's place.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Thrown here only.")]
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "Nobody is meant to catch it.")]
internal sealed class InjectedException(string message) : Exception(message);

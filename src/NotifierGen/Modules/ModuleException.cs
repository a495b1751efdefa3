using System.Diagnostics.CodeAnalysis;

namespace NotifierGen.Modules;

/// <summary>Why an assembly cannot be a module; caught where it is known which assembly and which dispatcher.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Internal: thrown in one place and caught in one.")]
internal sealed class ModuleException(string message, Exception? inner = null) : Exception(message, inner);

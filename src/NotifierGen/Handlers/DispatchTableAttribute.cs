namespace NotifierGen;

/// <summary>
/// Makes a partial class derived from <see cref="MigrationDispatcher"/> a dispatcher: the generator writes its table, composed of the
/// handlers of its own assembly and of every referenced assembly that has handlers.
/// </summary>
/// <example>
/// <code>
/// [DispatchTable]
/// public sealed partial class BoardNotifiers : MigrationDispatcher;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DispatchTableAttribute : Attribute;

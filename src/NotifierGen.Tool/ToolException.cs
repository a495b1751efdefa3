using System.Diagnostics.CodeAnalysis;

namespace NotifierGen.Tool;

/// <summary>The command cannot do what it was asked to; the message says what, where, and what to do about it, in one line.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Internal: it always has a code.")]
internal sealed class ToolException(ExitCode code, string message) : Exception(message)
{
    public ExitCode Code { get; } = code;
}

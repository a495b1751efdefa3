namespace Emulator.Commands;

/// <summary>A command cannot do what it was asked to; the message says why and what to do, in one line.</summary>
/// <param name="message">The line.</param>
internal sealed class CommandException(string message) : Exception(message);

namespace Emulator.Migration.Wire;

/// <summary>The destination does not want the guest, or is gone.</summary>
/// <param name="message">What happened, in one line.</param>
internal sealed class DestinationException(string message) : Exception(message);

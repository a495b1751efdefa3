using System.Runtime.InteropServices;

namespace Emulator.Commands;

/// <summary>Notices the end of the standard input, and lets Ctrl+C pass meanwhile.</summary>
internal sealed class InputEnd : IDisposable
{
    private readonly PosixSignalRegistration _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
    private readonly CancellationTokenSource _ended = new();

    public InputEnd() => new Thread(WaitForEnd) { IsBackground = true, Name = "input" }.Start();

    /// <summary>Cancelled at the end.</summary>
    public CancellationToken Token => _ended.Token;

    public void Dispose() => _interrupt.Dispose();

    private void WaitForEnd()
    {
        using Stream input = Console.OpenStandardInput();
        input.CopyTo(Stream.Null);
        _ended.Cancel();
    }
}

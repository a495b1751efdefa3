using System.Diagnostics;
using System.Threading.Channels;

namespace NotifierGen.Package.Tests;

/// <summary>A program that runs on while its output is read. A watchdog ends it, and with it a wait for a line that never comes.</summary>
internal sealed class WatchedProgram : IDisposable
{
    private static readonly TimeSpan s_watchdog = TimeSpan.FromMinutes(10);

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly List<string> _seen = [];
    private readonly CancellationTokenSource _expired = new(s_watchdog);

    public WatchedProgram(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        _process = Process.Start(start) ?? throw new InvalidOperationException($"'{start.FileName}' did not start.");
        _process.OutputDataReceived += (_, line) => Write(line.Data);
        _process.ErrorDataReceived += (_, line) => Write(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Waits until a line contains a text, and returns it.</summary>
    public async Task<string> WaitFor(string text)
    {
        try
        {
            await foreach (string line in _lines.Reader.ReadAllAsync(_expired.Token))
            {
                _seen.Add(line);
                if (line.Contains(text, StringComparison.Ordinal))
                {
                    return line;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Said below, with what there was instead.
        }

        throw new InvalidOperationException($"'{text}' was never printed, but:\n{string.Join('\n', _seen)}");
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _expired.Dispose();
    }

    // The end of the output ends all waiting.
    private void Write(string? line)
    {
        if (line is null)
        {
            _lines.Writer.TryComplete();
        }
        else
        {
            _lines.Writer.TryWrite(line);
        }
    }
}

using System.Diagnostics;

namespace NotifierGen.Samples.Tests.Emulator.Commands;

/// <summary>The emulator as a process of its own.</summary>
internal sealed class EmulatorProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly TimeSpan _patience;
    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly List<string> _errors = [];
    private readonly System.Collections.Concurrent.BlockingCollection<string> _lines = [];

    public EmulatorProcess(params string[] arguments)
        : this(s_patience, arguments)
    {
    }

    /// <summary>For a command that takes longer than others.</summary>
    public EmulatorProcess(TimeSpan patience, params string[] arguments)
    {
        _patience = patience;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Emulator.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Collect(line.Data, _output);
        _process.ErrorDataReceived += (_, line) => Collect(line.Data, _errors);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>What it printed, after it has ended.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>What it printed on standard error, after it has ended.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Waits for a line.</summary>
    public string WaitFor(string part)
    {
        while (_lines.TryTake(out string? line, _patience))
        {
            if (line.Contains(part, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new TimeoutException($"No line with \"{part}\".\n{Output}");
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public int WaitForEnd()
    {
        if (!_process.WaitForExit(_patience))
        {
            throw new TimeoutException($"The emulator hangs.\n{Output}");
        }

        _process.WaitForExit();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
        _lines.Dispose();
    }

    private void Collect(string? line, List<string> lines)
    {
        if (line is not null)
        {
            lines.Add(line);
            _lines.Add(line);
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Emulator.Machine;
using Emulator.Migration.Destination;
using Emulator.Story;

namespace Emulator.Commands;

/// <summary>A destination of our own: this program once more, with `receive`, `restore` or `cpr-exec`. What it prints goes into the chronicle.</summary>
internal sealed partial class DestinationProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(5);

    private readonly Process _process;
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private DestinationProcess(Process process, Chronicle chronicle)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Tell(line.Data, chronicle);
        process.ErrorDataReceived += (_, line) => Tell(line.Data, chronicle);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Starts one that waits for a source, and waits until it listens.</summary>
    /// <exception cref="CommandException">It does not.</exception>
    public static DestinationProcess Listen(MachineShape shape, TimeSpan runFor, Chronicle chronicle)
    {
        DestinationProcess starting = Start(
            chronicle,
            [
                "receive", "--listen", "127.0.0.1:0", "--wait", "60", ReceiveCommand.UntilInputEnds,
                "--seconds", runFor.TotalSeconds.ToString(CultureInfo.InvariantCulture),
                "--memory", (shape.MemoryBytes >> 20).ToString(CultureInfo.InvariantCulture),
                "--vcpus", shape.Vcpus.ToString(CultureInfo.InvariantCulture),
            ]);
        if (!starting._address.Task.Wait(s_patience))
        {
            starting.Dispose();
            throw new CommandException($"the destination did not listen within {s_patience.TotalSeconds} s");
        }

        return starting;
    }

    /// <summary>Starts one that takes its guest from a file.</summary>
    public static DestinationProcess Restore(string file, TimeSpan runFor, Chronicle chronicle) =>
        Start(chronicle, ["restore", file, ReceiveCommand.UntilInputEnds, "--seconds", runFor.TotalSeconds.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>Starts one that replaces itself under a guest of its own.</summary>
    /// <param name="shape">The machine.</param>
    /// <param name="runFor">How long the guest runs.</param>
    /// <param name="trouble">What is to go wrong, as options of the command.</param>
    /// <param name="chronicle">Where what it prints is written down.</param>
    public static DestinationProcess ReplaceItself(MachineShape shape, TimeSpan runFor, string[] trouble, Chronicle chronicle) => Start(
        chronicle,
        [
            "cpr-exec",
            "--seconds", runFor.TotalSeconds.ToString(CultureInfo.InvariantCulture),
            "--memory", (shape.MemoryBytes >> 20).ToString(CultureInfo.InvariantCulture),
            "--vcpus", shape.Vcpus.ToString(CultureInfo.InvariantCulture),
            .. trouble,
        ]);

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address => IPEndPoint.Parse(_address.Task.Result);

    /// <summary>Whether it has said that its guest cannot go on without the pages that are missing.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>Whether it has said that it starts its guest.</summary>
    public bool HasStarted { get; private set; }

    public int Id => _process.Id;

    /// <summary>Asks it to stop its guest and to end.</summary>
    public void End() => _process.StandardInput.Close();

    /// <summary>Ends it as kill -9 does.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Whether it has ended, waiting a little: a process that was killed needs a moment to be gone.</summary>
    public bool HasEnded(TimeSpan wait) => _process.WaitForExit(wait);

    /// <summary>Waits until it starts its guest, or ends without.</summary>
    public bool WaitForStart(TimeSpan atMost)
    {
        long end = Environment.TickCount64 + (long)atMost.TotalMilliseconds;
        while (!HasStarted && Environment.TickCount64 < end && !_process.WaitForExit(s_pause))
        {
        }

        return HasStarted;
    }

    /// <summary>Waits for its end and for everything it printed.</summary>
    /// <returns>Its exit code; <see langword="null"/> if it does not end.</returns>
    public int? WaitForEnd(TimeSpan wait)
    {
        if (!_process.WaitForExit(wait))
        {
            return null;
        }

        _process.WaitForExit();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static DestinationProcess Start(Chronicle chronicle, string[] arguments)
    {
        string[] command = ThisProgram.With(arguments);
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new DestinationProcess(Process.Start(start) ?? throw new CommandException($"cannot start {command[0]}"), chronicle);
    }

    private void Tell(string? line, Chronicle chronicle)
    {
        if (line is null)
        {
            return;
        }

        if (line.StartsWith(ReceiveCommand.Listening, StringComparison.Ordinal))
        {
            _address.TrySetResult(line[ReceiveCommand.Listening.Length..]);
        }

        HasStarted |= line.Contains(WitnessedVirtualMachine.Starts, StringComparison.Ordinal);
        IsPaused |= line.Contains(DestinationMigration.Paused, StringComparison.Ordinal);

        // Its clock began with its process and would only confuse here.
        chronicle.Add(EntryKind.Destination, "", OwnTime().Replace(line.TrimEnd(), ""));
    }

    [GeneratedRegex(@"^ *\d+\.\d{3} s  ")]
    private static partial Regex OwnTime();
}

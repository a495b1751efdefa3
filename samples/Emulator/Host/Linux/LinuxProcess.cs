using System.Collections;
using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace Emulator.Host.Linux;

/// <summary>
/// The real process: its memory files, its environment, and how its image is replaced. A descriptor closes with the image unless it is handed over, so
/// nothing leaks into the new one by accident.
/// </summary>
internal sealed class LinuxProcess : IHostProcess
{
    private bool _imageIsLost;

    /// <summary>The new image and its arguments, asked for when it is about to be started.</summary>
    public Func<string[]> NewImage { get; set; } = () => throw new InvalidOperationException("Nobody has said what the new image is.");

    /// <summary>The descriptors that the new image is to find open; asked for when it is about to be started.</summary>
    public Func<IEnumerable<int>> HandedOver { get; set; } = () => [];

    /// <summary>Called last before the image is replaced: what is still in buffers would be lost with it.</summary>
    public Action Flush { get; set; } = () => { };

    public int OpenMemoryFile(string name)
    {
        int descriptor = LinuxCalls.CreateMemoryFile(name, LinuxCalls.CloseOnExec);
        return descriptor >= 0 ? descriptor : throw new IOException($"no memory file: {LinuxCalls.LastError}");
    }

    public bool IsOpen(int descriptor) => LinuxCalls.Control(descriptor, LinuxCalls.GetDescriptorFlags, 0) >= 0;

    public void Close(int descriptor)
    {
        if (LinuxCalls.Close(descriptor) < 0)
        {
            throw new IOException($"Descriptor {descriptor} cannot be closed: {LinuxCalls.LastError}");
        }
    }

    public Stream Open(int descriptor)
    {
        try
        {
            return new FileStream(new SafeFileHandle(descriptor, ownsHandle: false), FileAccess.ReadWrite) { Position = 0 };
        }
        catch (ArgumentException e)
        {
            throw new IOException($"Descriptor {descriptor} is no memory file.", e);
        }
    }

    public string? GetVariable(string name) => Environment.GetEnvironmentVariable(name);

    public void SetVariable(string name, string? value) => Environment.SetEnvironmentVariable(name, value);

    public void LoseImage() => _imageIsLost = true;

    /// <summary>Lets the system start the image in a child, which is ended at once: what execve can object to, it objects to here.</summary>
    public void Rehearse()
    {
        string[] command = Command();
        var start = new ProcessStartInfo(command[0], [.. command[1..], "--help"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process child = Process.Start(start)!;
            child.Kill();
            child.WaitForExit();
        }
        catch (Win32Exception e)
        {
            throw new IOException($"the new image cannot be started: {command[0]}: {new Win32Exception(e.NativeErrorCode).Message}", e);
        }
    }

    /// <summary>Calls execve, which ends every thread of this image, and returns only where it fails.</summary>
    /// <exception cref="IOException">It has failed: everything is as it was.</exception>
    public void Replace()
    {
        string[] command = Command();
        int[] handedOver = [.. HandedOver()];
        Flush();
        Array.ForEach(handedOver, descriptor => LinuxCalls.Control(descriptor, LinuxCalls.SetDescriptorFlags, 0));
        int previous = Execute(command);
        Array.ForEach(handedOver, descriptor => LinuxCalls.Control(descriptor, LinuxCalls.SetDescriptorFlags, (int)LinuxCalls.CloseOnExec));
        throw new IOException($"the image was not replaced: {command[0]}: {new Win32Exception(previous).Message}");
    }

    /// <summary>Handlers of signals go with the image; what is blocked or ignored stays, so nothing is blocked when it starts. .NET ignores SIGPIPE only, and the new image does so as well.</summary>
    private static unsafe int Execute(string[] command)
    {
        byte* empty = stackalloc byte[LinuxCalls.SignalSetBytes];
        byte* mask = stackalloc byte[LinuxCalls.SignalSetBytes];
        new Span<byte>(empty, LinuxCalls.SignalSetBytes).Clear();
        _ = LinuxCalls.SetSignalMask(LinuxCalls.SetMask, empty, mask);
        _ = LinuxCalls.Execute(command[0], [.. command, null], [.. Variables(), null]);
        int error = System.Runtime.InteropServices.Marshal.GetLastPInvokeError();
        _ = LinuxCalls.SetSignalMask(LinuxCalls.SetMask, mask, null);
        return error;
    }

    private static IEnumerable<string> Variables() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => $"{variable.Key}={variable.Value}");

    private string[] Command()
    {
        string[] command = NewImage();
        return _imageIsLost ? [command[0] + ".lost", .. command[1..]] : command;
    }
}

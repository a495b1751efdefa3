namespace Emulator.Host;

/// <summary>The process as the CPR devices see it: its environment and its descriptors. Modelled, so that no migration leaves anything behind in the real one.</summary>
internal sealed class HostProcess : IHostProcess
{
    private const int FirstDescriptor = 3;

    /// <summary>More than devices and registers take.</summary>
    private const int FileBytes = 256 * 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<int, byte[]> _open = [];
    private readonly Dictionary<string, string> _variables = [];
    private int _next = FirstDescriptor;
    private bool _imageIsLost;

    public int OpenMemoryFile(string name)
    {
        lock (_lock)
        {
            _open.Add(_next, new byte[FileBytes]);
            return _next++;
        }
    }

    public bool IsOpen(int descriptor)
    {
        lock (_lock)
        {
            return _open.ContainsKey(descriptor);
        }
    }

    public void Close(int descriptor)
    {
        lock (_lock)
        {
            if (!_open.Remove(descriptor))
            {
                throw new IOException($"Descriptor {descriptor} is not open.");
            }
        }
    }

    public string? GetVariable(string name)
    {
        lock (_lock)
        {
            return _variables.GetValueOrDefault(name);
        }
    }

    public void SetVariable(string name, string? value)
    {
        lock (_lock)
        {
            if (value is null)
            {
                _variables.Remove(name);
            }
            else
            {
                _variables[name] = value;
            }
        }
    }

    public Stream Open(int descriptor)
    {
        lock (_lock)
        {
            return _open.TryGetValue(descriptor, out byte[]? file) ? new MemoryStream(file) : throw new IOException($"Descriptor {descriptor} is not open.");
        }
    }

    public void LoseImage() => _imageIsLost = true;

    public void Rehearse()
    {
        if (_imageIsLost)
        {
            throw new IOException("the new image cannot be started: there is none");
        }
    }

    public void Replace()
    {
        if (_imageIsLost)
        {
            throw new IOException("the image was not replaced: there is no new one");
        }
    }
}

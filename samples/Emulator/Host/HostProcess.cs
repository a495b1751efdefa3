using Devices;
using Devices.Cpr;

namespace Emulator.Host;

/// <summary>The process as the CPR devices see it: its environment and its descriptors. Modelled, so that no migration leaves anything behind in the real one.</summary>
internal sealed class HostProcess : IDescriptorTable, IProcessImage
{
    private const int FirstDescriptor = 3;

    private readonly Lock _lock = new();
    private readonly Dictionary<int, string> _open = [];
    private readonly Dictionary<string, string> _variables = [];
    private int _next = FirstDescriptor;

    public int OpenMemoryFile(string name)
    {
        lock (_lock)
        {
            _open.Add(_next, name);
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

    public void Replace()
    {
    }
}

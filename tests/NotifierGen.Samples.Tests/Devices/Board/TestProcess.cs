using Devices;
using Devices.Cpr;

namespace NotifierGen.Samples.Tests.Devices;

/// <summary>What of a process its successor inherits: descriptors and environment. As strict as a kernel.</summary>
internal sealed class TestProcess : IDescriptorTable, IProcessImage
{
    private readonly Dictionary<string, string> _environment = [];
    private int _next = 3;

    public HashSet<int> Open { get; } = [];

    public bool OutOfDescriptors { get; set; }

    public bool ReplaceFails { get; set; }

    public int Replacements { get; private set; }

    public int OpenMemoryFile(string name)
    {
        if (OutOfDescriptors)
        {
            throw new IOException("too many open files");
        }

        Open.Add(_next);
        return _next++;
    }

    public bool IsOpen(int descriptor) => Open.Contains(descriptor);

    public void Close(int descriptor)
    {
        if (!Open.Remove(descriptor))
        {
            throw new IOException($"descriptor {descriptor} is not open");
        }
    }

    public string? GetVariable(string name) => _environment.GetValueOrDefault(name);

    public void SetVariable(string name, string? value)
    {
        if (value is null)
        {
            _environment.Remove(name);
        }
        else
        {
            _environment[name] = value;
        }
    }

    public void Replace()
    {
        if (ReplaceFails)
        {
            throw new IOException("exec format error");
        }

        Replacements++;
    }
}

using Devices.Vfio;

namespace NotifierGen.Samples.Tests.Devices;

/// <summary>Routing as strict as the kernel's: a vector that is attached cannot be attached, one that is not cannot be detached.</summary>
internal sealed class TestRouting(int vectors) : IInterruptRouting
{
    private readonly HashSet<int> _attached = [.. Enumerable.Range(0, vectors)];

    public int? StuckVector { get; set; }

    public IReadOnlyCollection<int> Attached => _attached;

    public int Attachments { get; private set; }

    public int Detachments { get; private set; }

    public bool TryDetach(int vector)
    {
        if (vector == StuckVector)
        {
            return false;
        }

        Assert.True(_attached.Remove(vector), $"vector {vector} was detached twice");
        Detachments++;
        return true;
    }

    public void Attach(int vector)
    {
        Assert.True(_attached.Add(vector), $"vector {vector} was attached twice");
        Attachments++;
    }
}

namespace Devices.Vfio;

/// <summary>
/// The interrupts of a passed-through PCI device. While the process that serves the machine is replaced, they are detached from the guest, so that
/// what the device signals in the meantime stays in the event descriptors and whoever attaches them next delivers it.
/// </summary>
public sealed partial class VfioInterrupts : IDevice, IMessageInterrupts
{
    private readonly Lock _gate = new();
    private readonly IMachine _machine;
    private readonly IMessageInterrupts _controller;
    private readonly IInterruptRouting _routing;
    private readonly VectorEvents _events;
    private readonly bool[] _attached;
    private readonly int _firstInterrupt;
    private bool _handedOver;
    private int _doubleAttachments;

    /// <summary>Creates the vectors, attached.</summary>
    /// <param name="name">The name on the board.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="controller">Where interrupts go while they are attached.</param>
    /// <param name="routing">The kernel's routing.</param>
    /// <param name="events">The event descriptors, one a vector.</param>
    /// <param name="firstInterrupt">The controller's interrupt for vector 0; the others follow.</param>
    public VfioInterrupts(string name, IMachine machine, IMessageInterrupts controller, IInterruptRouting routing, VectorEvents events, int firstInterrupt)
    {
        Name = name;
        _machine = machine;
        _controller = controller;
        _routing = routing;
        _events = events;
        _firstInterrupt = firstInterrupt;
        _attached = new bool[events.Count];
        Array.Fill(_attached, true);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>How many vectors are attached.</summary>
    public int AttachedCount
    {
        get
        {
            lock (_gate)
            {
                return _attached.AsSpan().Count(true);
            }
        }
    }

    /// <summary>The device signals a vector.</summary>
    public void Raise(int interrupt)
    {
        lock (_gate)
        {
            if (_attached[interrupt])
            {
                _controller.Raise(_firstInterrupt + interrupt);
            }
            else
            {
                _events.Signal(interrupt);
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Violations(bool migrating)
    {
        lock (_gate)
        {
            List<string> violations = [];
            int attached = _attached.AsSpan().Count(true);
            if (attached != 0 && attached != _attached.Length)
            {
                violations.Add($"{Name}: {attached} of {_attached.Length} vectors are attached, all or none should be");
            }

            if (!migrating && !_handedOver && attached != _attached.Length)
            {
                violations.Add($"{Name}: no migration is under way and {_attached.Length - attached} vectors are detached");
            }

            if (_doubleAttachments != 0)
            {
                violations.Add($"{Name}: {_doubleAttachments} times a vector was to be attached that was attached");
            }

            return violations;
        }
    }
}

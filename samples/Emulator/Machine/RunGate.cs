namespace Emulator.Machine;

/// <summary>Where the vCPUs' threads wait while the machine is stopped.</summary>
/// <param name="wake">Wakes every sleeping vCPU, so that it notices that it is to stop.</param>
internal sealed class RunGate(Action wake)
{
    private readonly object _lock = new();
    private volatile bool _open;
    private bool _gone;
    private int _inside;

    /// <summary>Whether vCPUs may run; one that is inside looks at this between instructions and leaves when it is false.</summary>
    public bool IsOpen => _open;

    /// <summary>Waits until the gate is open and goes in.</summary>
    /// <returns><see langword="false"/>: there will be no more running.</returns>
    public bool Enter()
    {
        lock (_lock)
        {
            while (!_open && !_gone)
            {
                Monitor.Wait(_lock);
            }

            if (_gone)
            {
                return false;
            }

            _inside++;
            return true;
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            _inside--;
            Monitor.PulseAll(_lock);
        }
    }

    public void Open()
    {
        lock (_lock)
        {
            _open = true;
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>Waits outside until the gate is closed: for one who cannot run on, and must not keep the gate from closing.</summary>
    public void AwaitClosing()
    {
        lock (_lock)
        {
            while (_open && !_gone)
            {
                Monitor.Wait(_lock);
            }
        }
    }

    /// <summary>Closes the gate and returns when nobody is inside.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _open = false;
            Monitor.PulseAll(_lock);
            wake();
            while (_inside > 0)
            {
                Monitor.Wait(_lock);
            }
        }
    }

    /// <summary>Closes the gate for good.</summary>
    public void CloseForGood()
    {
        lock (_lock)
        {
            _gone = true;
        }

        Close();
        lock (_lock)
        {
            Monitor.PulseAll(_lock);
        }
    }
}

using NotifierGen.Dispatch;

namespace NotifierGen.Sessions;

/// <summary>The VM as a session uses it: remembers whether the session owes it a start.</summary>
internal sealed class SessionVm(IVirtualMachine vm)
{
    public bool IsRunning => vm.IsRunning;

    /// <summary>Whether the session stopped the VM while it ran, and has not started it since. A VM that was paused before is owed nothing.</summary>
    public bool IsOwedStart { get; private set; }

    /// <summary>Stops the VM; what it throws passes through.</summary>
    public void Stop()
    {
        bool ran = vm.IsRunning;
        try
        {
            vm.Stop();
        }
        finally
        {
            IsOwedStart |= ran && !vm.IsRunning;
        }
    }

    /// <summary>Stops the VM; what it throws is a fault.</summary>
    public void Stop(ref FaultLog faults)
    {
        try
        {
            Stop();
        }
        catch (Exception exception)
        {
            faults.Add(null, "IVirtualMachine.Stop", exception);
        }
    }

    /// <summary>Starts the VM; what it throws is a fault, and the answer false.</summary>
    public bool Start(ref FaultLog faults)
    {
        try
        {
            vm.Start();
            IsOwedStart = false;
            return true;
        }
        catch (Exception exception)
        {
            faults.Add(null, "IVirtualMachine.Start", exception);
            return false;
        }
    }
}

using System.Diagnostics;
using NotifierGen.Diagnostics;
using NotifierGen.Dispatch;

namespace NotifierGen.Sessions;

/// <summary>The VM as a session uses it: remembers whether the session owes it a start.</summary>
/// <param name="vm">The VM.</param>
/// <param name="trace">Is told how long it stood still.</param>
internal sealed class SessionVm(IVirtualMachine vm, MigrationTrace trace)
{
    // Bound when the session begins: the first call through an interface takes ten microseconds to be linked, and this one ends the downtime.
    private readonly Action _start = vm.Start;
    private readonly Action _stop = vm.Stop;
    private long _stoppedAt;

    public bool IsRunning => vm.IsRunning;

    /// <summary>Whether the session stopped the VM while it ran, and has not started it since. A VM that was paused before is owed nothing.</summary>
    public bool IsOwedStart { get; private set; }

    /// <summary>Stops the VM; what it throws passes through.</summary>
    public void Stop()
    {
        bool ran = vm.IsRunning;
        try
        {
            _stop();
        }
        finally
        {
            if (ran && !vm.IsRunning)
            {
                IsOwedStart = true;
                _stoppedAt = Stopwatch.GetTimestamp();
            }
        }
    }

    /// <summary>Stops the VM; what it throws is a fault.</summary>
    public void Stop(ref ReportBuilder report)
    {
        try
        {
            Stop();
        }
        catch (Exception exception)
        {
            report.AddFault(null, "IVirtualMachine.Stop", exception);
        }
    }

    /// <summary>Starts the VM; what it throws is a fault, and the answer false.</summary>
    public bool Start(ref ReportBuilder report)
    {
        try
        {
            _start();
            IsOwedStart = false;
            EndDowntime("started");
            return true;
        }
        catch (Exception exception)
        {
            report.AddFault(null, "IVirtualMachine.Start", exception);
            return false;
        }
    }

    /// <summary>The guest goes on elsewhere, so that it stands still here says nothing any more.</summary>
    public void HandOver() => EndDowntime("handed_over");

    private void EndDowntime(string outcome)
    {
        if (_stoppedAt != 0)
        {
            trace.WasDown(Ticks.Between(_stoppedAt, Stopwatch.GetTimestamp()), outcome);
            _stoppedAt = 0;
        }
    }
}

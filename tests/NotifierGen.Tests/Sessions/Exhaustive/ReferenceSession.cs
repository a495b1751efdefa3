namespace NotifierGen.Tests.Sessions.Exhaustive;

/// <summary>
/// Section 5 of the design once more, as plainly as possible and sharing nothing with the library: the devices of <see cref="SmallMachine"/>
/// are letters, their table is written out by hand.
/// </summary>
internal sealed class ReferenceSession(bool running, bool withStoppedVmDevice, Trouble trouble)
{
    private readonly List<string> _log = [];
    private readonly List<string> _faults = [];
    private readonly List<int> _illegal = [];
    private readonly HashSet<string> _accepted = [];
    private bool _vmRuns = running;
    private bool _sessionStoppedIt;
    private bool _handedOver;
    private bool _disposed;
    private string _state = "Active";

    private string[] Failing => withStoppedVmDevice ? ["q", "b", "a", "n"] : ["b", "a", "n"];

    public Outcome Run(ReadOnlySpan<HostCall> calls)
    {
        foreach (string device in withStoppedVmDevice ? ["a", "b", "q"] : new[] { "a", "b" })
        {
            _log.Add($"{device}.S");
            if (trouble.Where == $"{device}.S")
            {
                Fail(HostCall.Fail);
                _state = "refused";
                return Observe();
            }

            _accepted.Add(device);
        }

        for (int i = 0; i < calls.Length; i++)
        {
            if (!TryCall(calls[i]))
            {
                _illegal.Add(i);
            }
        }

        return Observe();
    }

    private Outcome Observe() => new(
        string.Join(' ', _log),
        string.Join(' ', _faults),
        string.Join(' ', _illegal),
        _state,
        _vmRuns,
        CanBeginAgain: _state is "Completed" or "Failed" or "Reclaimed" or "refused");

    private bool TryCall(HostCall call)
    {
        bool open = _state is "Active" or "Stopped" or "Resumed" or "PostcopyActive";
        switch (call)
        {
            case HostCall.StopVm when _state is "Active" or "Resumed":
                return TryStop(then: "Stopped");

            case HostCall.ResumeVm when _state is "Stopped":
                if (!_sessionStoppedIt || Start())
                {
                    _state = "Resumed";
                }

                return true;

            case HostCall.StartPostcopy when _state is "Stopped":
                _handedOver = true;
                _state = "PostcopyActive";
                Raise("P", "OnPostcopyStart", ["a", "b"]);
                return true;

            case HostCall.Complete when open && (_state is "Resumed" || !_vmRuns):
                _state = "Completed";
                Raise(_vmRuns ? "D(n)" : "D", "OnDone", ["a", "b"]);
                return true;

            case HostCall.Fail or HostCall.FailKeepStoppedOnFault or HostCall.FailNever when open:
                Fail(call);
                return true;

            case HostCall.Reclaim when _state is "Completed" or "Failed" && !_handedOver && !_vmRuns && !_disposed:
                _state = "Reclaimed";
                Raise("R", "OnReclaimed", ["a", "b"]);
                _ = _sessionStoppedIt && Start();
                Raise("r", "OnReclaimedAfter", ["a", "b"]);
                return true;

            case HostCall.Dispose:
                if (open)
                {
                    // What Dispose raises has no report.
                    int faults = _faults.Count;
                    Fail(HostCall.Fail);
                    _faults.RemoveRange(faults, _faults.Count - faults);
                }

                _disposed = true;
                return true;

            default:
                return false;
        }
    }

    private void Fail(HostCall call)
    {
        int faultsBefore = _faults.Count;
        _state = "Failed";
        bool asked = withStoppedVmDevice && _accepted.Contains("q");
        if (_vmRuns && asked && !TryStop(then: "Failed"))
        {
            _faults.Add("IVirtualMachine.Stop");
        }

        bool start = _sessionStoppedIt && !_handedOver && call != HostCall.FailNever;
        Raise(_vmRuns ? "F(n)" : "F", "OnFailed", Failing);
        bool faulted = _faults.Count > faultsBefore;
        _ = start && !(faulted && call == HostCall.FailKeepStoppedOnFault) && Start();
        Raise("f", "OnFailedAfter", ["b", "a"]);
    }

    private void Raise(string line, string handler, string[] devices)
    {
        foreach (string device in devices)
        {
            if (device != "n" && !_accepted.Contains(device))
            {
                continue;
            }

            _log.Add($"{device}.{line}");
            if (trouble.Where == $"{device}.{line[0]}" && !trouble.Refuses)
            {
                _faults.Add($"{device}.{handler}");
            }
        }
    }

    private bool TryStop(string then)
    {
        if (trouble.Where == "vm.Stop")
        {
            return false;
        }

        if (_vmRuns)
        {
            _vmRuns = false;
            _sessionStoppedIt = true;
            _log.Add("stop");
        }

        _state = then;
        return true;
    }

    private bool Start()
    {
        if (trouble.Where == "vm.Start")
        {
            _faults.Add("IVirtualMachine.Start");
            return false;
        }

        _log.Add("run");
        _vmRuns = true;
        _sessionStoppedIt = false;
        return true;
    }
}

namespace NotifierGen.Testing;

/// <summary>
/// Sections 5.1, 5.2, 5.3 and 5.6 of the design once more, as plainly as possible and sharing nothing with the library: which handlers must be
/// called on which devices, in which order, and when the VM stops and starts. What is taken from the transcript is only what devices and author
/// decide: who refused, who threw, and when devices came and went.
/// </summary>
internal sealed class ReferenceDispatch
{
    private readonly ExplorationRun _run;
    private readonly List<ExpectedCall> _calls = [];
    private readonly List<TranscriptEntry> _events;
    private readonly ILookup<string, int> _rows;
    private readonly List<Registration> _registered = [];
    private readonly List<Registration> _accepted = [];
    private readonly Dictionary<string, Registration> _statics = [];
    private Registration? _refuser;
    private bool _refused;
    private bool _faulted;
    private int _next;

    private ReferenceDispatch(ExplorationRun run)
    {
        _run = run;
        _events = run.Entries.FindAll(static entry => entry.Kind != TranscriptKind.Host || entry.Step!.Call is not (HostCall.Iterate or HostCall.Save or HostCall.IncomingLoad));
        _rows = Enumerable.Range(0, run.Rows.Length).Where(row => (run.Rows[row].Modes & run.Path.Mode) != 0)
            .ToLookup(row => Moments.LetterOf(run.Rows[row].Event, run.Rows[row].Phase), StringComparer.Ordinal);
        _registered.AddRange(run.Devices.Select(device => new Registration(device, run.RowsOf(device))));
    }

    /// <summary>What must have happened in a run.</summary>
    public static IReadOnlyList<ExpectedCall> Expect(ExplorationRun run)
    {
        ReferenceDispatch dispatch = new(run);
        dispatch.Follow();
        return dispatch._calls;
    }

    private void Follow()
    {
        bool running = _run.Path.GuestRuns;
        string[] sequence = _run.Path.Sequence.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < sequence.Length; i++)
        {
            string moment = sequence[i];
            CatchUp();
            if (Moments.IsSetup(moment))
            {
                if (!SetUp(moment))
                {
                    RollBack(moment, running);
                    return;
                }
            }
            else if (Moments.IsOfVm(moment))
            {
                // KeepStoppedOnFault: nothing follows such a start but the second phase.
                if (moment == Moments.Start && _faulted && sequence[i - 1] == "F" && KeepsStopped())
                {
                    continue;
                }

                Vm(moment);
                running = moment == Moments.Start || (running && moment != Moments.Stop);
            }
            else
            {
                running = Raise(moment, running);
            }
        }
    }

    private bool SetUp(string moment)
    {
        _accepted.Clear();
        _refuser = null;
        _refused = false;
        _faulted = false;
        Dispatch(moment);
        return !_refused;
    }

    private void RollBack(string moment, bool running)
    {
        if (moment == "IS")
        {
            Dispatch("IF");
            return;
        }

        Raise(running ? "F(n)" : "F", running);
        Dispatch("f");
    }

    private bool Raise(string moment, bool running)
    {
        if (moment == "F(n)" && RequiresStoppedVm())
        {
            if (StopThrows())
            {
                Vm(Moments.StopThrows);
                _faulted = true;
                Dispatch(moment);
                return running;
            }

            Vm(Moments.Stop);
            Dispatch("F");
            if (!(_faulted && KeepsStopped()))
            {
                Vm(Moments.Start);
                return running;
            }

            return false;
        }

        Dispatch(moment);
        return running;
    }

    // On the other paths on which Fail has a VM that throws, the guest stands still already, and it is the start that throws.
    private bool StopThrows() => _run.Path.Steps.Any(static step => step is { Call: HostCall.Fail, VmThrows: true });

    private bool KeepsStopped() => _run.Path.Steps.Any(static step => step.Policy == RestartPolicy.KeepStoppedOnFault);

    private bool RequiresStoppedVm() =>
        _rows["F"].Any(row => _run.Rows[row].RequiresStoppedVm && Candidates(row).Any(registration => TakesPart(registration, incoming: false)));

    private void Vm(string moment)
    {
        _calls.Add(new ExpectedCall(moment, -1, null));
        _next++;
    }

    private void Dispatch(string moment)
    {
        bool setup = Moments.IsSetup(moment);
        foreach (int row in _rows[Moments.WithoutMark(moment)])
        {
            CatchUp();
            IEnumerable<Registration> candidates = Moments.IsMirrored(Moments.WithoutMark(moment)) ? Candidates(row).Reverse() : Candidates(row);
            foreach (Registration registration in candidates.ToList())
            {
                bool isThere = registration.Device is null || _registered.Contains(registration);
                if (!isThere || !(setup || TakesPart(registration, Moments.IsIncoming(moment))))
                {
                    continue;
                }

                Call(moment, row, registration);
                if (_refused && setup)
                {
                    return;
                }
            }
        }
    }

    private void Call(string moment, int row, Registration registration)
    {
        _calls.Add(new ExpectedCall(moment, row, registration.Device));
        TranscriptEntry? entry = _next < _events.Count ? _events[_next] : null;
        _next++;
        if (entry is null || entry.Kind != TranscriptKind.Handler)
        {
            return;
        }

        if (entry.IsRefused)
        {
            _refused = true;
            _refuser = registration;
        }
        else if (Moments.IsSetup(moment) && !_accepted.Contains(registration))
        {
            _accepted.Add(registration);
        }

        _faulted |= entry.Exception is not null;
        CatchUp();
    }

    /// <summary>Devices that came or went until now, as the transcript has it.</summary>
    private void CatchUp()
    {
        for (; _next < _events.Count; _next++)
        {
            TranscriptEntry entry = _events[_next];
            switch (entry.Kind)
            {
                case TranscriptKind.Registered:
                    _registered.Add(new Registration(entry.Instance, _run.RowsOf(entry.Instance)));
                    break;
                case TranscriptKind.Unregistered:
                    _registered.RemoveAll(registration => ReferenceEquals(registration.Device, entry.Instance));
                    break;
                case TranscriptKind.Host:
                    break;
                default:
                    return;
            }
        }
    }

    private IEnumerable<Registration> Candidates(int row)
    {
        if (!_run.StaticRows.Contains(row))
        {
            return _registered.Where(registration => registration.Rows.Contains(row));
        }

        // The static handlers of a class are paired as those of one device.
        string deviceClass = _run.Rows[row].Device;
        if (!_statics.TryGetValue(deviceClass, out Registration? statics))
        {
            statics = new Registration(null, [.. _run.StaticRows.Where(other => _run.Rows[other].Device == deviceClass)]);
            _statics.Add(deviceClass, statics);
        }

        return [statics];
    }

    private bool TakesPart(Registration registration, bool incoming)
    {
        if (_refuser is not null && (registration == _refuser || (registration.Device is { } device && ReferenceEquals(device, _refuser.Device))))
        {
            return false;
        }

        MigrationEvent setup = incoming ? MigrationEvent.IncomingSetup : MigrationEvent.Setup;
        bool isPaired = registration.Rows.Any(row => _run.Rows[row].Event == setup && (_run.Rows[row].Modes & _run.Path.Mode) != 0);
        return !isPaired || _accepted.Contains(registration);
    }

    /// <summary>One stay of a device in the machine: a device that comes again is another one to a session.</summary>
    private sealed class Registration(object? device, int[] rows)
    {
        public object? Device { get; } = device;

        public int[] Rows { get; } = rows;
    }
}

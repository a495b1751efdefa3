namespace NotifierGen.Testing;

/// <summary>
/// Writes a path down step by step, with the sequence that section 5 of the design promises for it. Knows when the VM runs and what it is owed,
/// and shares nothing with the sessions of the library.
/// </summary>
internal sealed class PathBuilder
{
    private readonly MigrationMode _mode;
    private readonly bool _guestRuns;
    private readonly List<HostStep> _steps = [];
    private readonly List<string> _sequence = [];
    private bool _running;
    private bool _owedStart;
    private bool _handedOver;
    private bool _refused;

    public PathBuilder(MigrationMode mode, bool guestRuns)
    {
        _mode = mode;
        _guestRuns = _running = guestRuns;
    }

    public PathBuilder Begin()
    {
        _owedStart = _handedOver = false;
        return Step(HostCall.Begin, "S");
    }

    public PathBuilder BeginRefused()
    {
        _refused = true;
        return Step(HostCall.Begin, "S", While("F"), "f");
    }

    public PathBuilder Iterate() => Step(HostCall.Iterate);

    public PathBuilder StopVm()
    {
        string[] moments = _running ? ["stop"] : [];
        (_owedStart, _running) = (_running, false);
        return Step(HostCall.StopVm, moments);
    }

    public PathBuilder StopVmThrows() => Step(new HostStep(HostCall.StopVm) { VmThrows = true }, "stop!");

    public PathBuilder Save() => Step(HostCall.Save);

    public PathBuilder ResumeVm() => Step(HostCall.ResumeVm, Start());

    public PathBuilder ResumeVmThrows() => Step(new HostStep(HostCall.ResumeVm) { VmThrows = true }, "run!");

    public PathBuilder StartPostcopy()
    {
        _handedOver = true;
        return Step(HostCall.StartPostcopy, "P");
    }

    public PathBuilder Complete() => Step(HostCall.Complete, While("D"));

    /// <summary>The end that failed: by a call, or by being forgotten.</summary>
    public PathBuilder End(HostStep step)
    {
        List<string> moments = [While("F")];
        if (_owedStart && !_handedOver && step.Policy != RestartPolicy.Never)
        {
            moments.AddRange(step.VmThrows ? ["run!"] : Start());
        }

        return Step(step, [.. moments, "f"]);
    }

    public PathBuilder Reclaim() => Step(HostCall.Reclaim, ["R", .. Start(), "r"]);

    public PathBuilder ReclaimThrows() => Step(new HostStep(HostCall.Reclaim) { VmThrows = true }, "R", "run!", "r");

    public PathBuilder IncomingBegin() => Step(HostCall.IncomingBegin, "IS");

    public PathBuilder IncomingBeginRefused()
    {
        _refused = true;
        return Step(HostCall.IncomingBegin, "IS", "IF");
    }

    public PathBuilder IncomingLoad() => Step(HostCall.IncomingLoad);

    public PathBuilder IncomingComplete(bool vmThrows = false) =>
        Step(new HostStep(HostCall.IncomingComplete) { VmThrows = vmThrows }, "ID", vmThrows ? "run!" : "run", "id");

    public PathBuilder IncomingCompletePaused() => Step(HostCall.IncomingCompletePaused, "ID", "id");

    public PathBuilder IncomingEnd(HostStep step) => Step(step, "IF");

    /// <summary>The path as it is written down by now.</summary>
    /// <param name="what">What happens.</param>
    /// <param name="qemuRows">The rows of QEMU's table that this is.</param>
    public MigrationPath ToPath(string what, params int[] qemuRows)
    {
        bool incoming = _steps.Count > 0 && _steps[0].Call == HostCall.IncomingBegin;
        string guest = incoming ? "incoming" : _guestRuns ? "running" : "paused";
        return new MigrationPath($"{NameOf(_mode)}/{guest}/{what}", _mode, _guestRuns, [.. _steps], string.Join(" ", _sequence), qemuRows)
        {
            IsRefused = _refused,
        };
    }

    private static string NameOf(MigrationMode mode) => mode switch
    {
        MigrationMode.Normal => "normal",
        MigrationMode.BackgroundSnapshot => "background-snapshot",
        MigrationMode.CprReboot => "cpr-reboot",
        MigrationMode.CprTransfer => "cpr-transfer",
        _ => "cpr-exec",
    };

    private string While(string moment) => _running ? moment + "(n)" : moment;

    private string[] Start()
    {
        if (!_owedStart)
        {
            return [];
        }

        _owedStart = false;
        _running = true;
        return ["run"];
    }

    private PathBuilder Step(HostCall call, params string[] moments) => Step(new HostStep(call), moments);

    private PathBuilder Step(HostStep step, params string[] moments)
    {
        _steps.Add(step);
        _sequence.AddRange(moments);
        return this;
    }
}

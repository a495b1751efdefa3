using NotifierGen.Analyzers.Tests.GroundTruth.Generation;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim;

/// <summary>One execution of a handler on this thread: the VM's true state, the input that decides what happens, and what was observed.</summary>
internal sealed partial class Execution
{
    // What ends by itself needs fewer than three hundred. What recurses for ever throws through all of its frames, each with a finally that throws
    // again: the square of this.
    private const int StepLimit = 600;
    private const int FuelPerExecution = 6;

    [ThreadStatic]
    private static Execution? s_current;

    private readonly Input _input;
    private readonly Coverage _coverage;
    private readonly Dice _rest;
    private readonly List<bool> _decisions = [];
    private readonly HashSet<Observation> _observed = [];
    private VmCondition _condition;
    private Timing _timing;
    private int _statement = -1;
    private int _previousSite;
    private int _steps;
    private int _throwPoints;
    private int _nextThrow;
    private int _fuel = FuelPerExecution;
    private bool _isOver;

    private Execution(Input input, Coverage coverage)
    {
        _input = input;
        _coverage = coverage;
        _rest = new Dice(input.Rest);
        _condition = input.Entry;
        Cpu.Forget();
    }

    public static Execution Current => s_current ?? throw new InvalidOperationException("No execution is under way on this thread.");

    public Cpu Cpu { get; } = new();

    /// <summary>The oracle's answers, in the order in which it was asked.</summary>
    public IReadOnlyList<bool> Decisions => _decisions;

    /// <summary>The places at which the shim could have thrown.</summary>
    public int ThrowPoints => _throwPoints;

    public IReadOnlyCollection<Observation> Observed => _observed;

    /// <summary>Runs a handler, then what it left behind. What it throws does not matter.</summary>
    public static Execution Run(Input input, Coverage coverage, Action handler, IFieldHarvest fields)
    {
        var execution = new Execution(input, coverage);
        s_current = execution;
        try
        {
            execution.Guarded(handler);
            execution.EndOfHandler();
            execution.RunWhatIsLeft(fields);
        }
        finally
        {
            s_current = null;
        }

        return execution;
    }

    public void Enter(int statement)
    {
        Step(0);
        ThrowPoint();
        _statement = statement;
    }

    public bool Decide(int site)
    {
        bool answer = Answer(site);
        ThrowPoint();
        return answer;
    }

    /// <summary>Asks the oracle where nothing can be thrown.</summary>
    private bool Answer(int site)
    {
        Step(site);
        int position = _decisions.Count;
        bool answer = position < _input.Bits.Length ? _input.Bits[position] : _input.Rest != 0 && _rest.Chance(50);
        _decisions.Add(answer);
        _coverage.Add(site, answer ? 1 : 2, _condition, _timing);
        return answer;
    }

    public bool DecideWithFuel(int site)
    {
        if (_fuel == 0)
        {
            Step(site);
            ThrowPoint();
            return false;
        }

        bool answer = Decide(site);
        _fuel -= answer ? 1 : 0;
        return answer;
    }

    public int Use(int value)
    {
        Step(-1);
        ThrowPoint();
        return value;
    }

    /// <summary>Something of no interest is called; it may throw.</summary>
    public void Reach() => Use(0);

    public int Touch(int value)
    {
        Step(-2);
        ThrowPoint();
        ObserveTouch();
        ThrowPoint();
        return value;
    }

    public void Change(VmCondition condition)
    {
        Step(-3);
        ThrowPoint();
        if (condition == VmCondition.Running)
        {
            Observe(ObservationKind.Resume);
        }

        _condition = condition;
        _changes++;
        ThrowPoint();
    }

    public bool IsRunning()
    {
        Step(-4);
        ThrowPoint();
        return _condition != VmCondition.Stopped;
    }

    public void AssertStopped()
    {
        Step(-5);
        ThrowPoint();
        if (_condition != VmCondition.Stopped)
        {
            throw new ProbeException("vCPUs are running");
        }
    }

    public IDisposable Acquire()
    {
        var scope = new Scope(this, _condition);
        Change(VmCondition.Stopped);
        return scope;
    }

    /// <summary>Every call of the shim passes here: what was written past it since the last one was written in the present condition.</summary>
    private void Step(int site)
    {
        NoticeWrites();
        _coverage.Add(_previousSite, site, _condition, _timing);
        _previousSite = site;
        if (_isOver || ++_steps > StepLimit)
        {
            End();
        }
    }

    /// <summary>Ends the execution, also if the program catches everything: each further step throws again.</summary>
    private void End()
    {
        NoticeWrites();
        _isOver = true;
        throw new OutOfFuelException();
    }

    private void NoticeWrites()
    {
        if (Cpu.WasWritten())
        {
            ObserveTouch();
        }
    }

    private void ThrowPoint()
    {
        int point = _throwPoints++;
        if (_nextThrow < _input.Throws.Length && _input.Throws[_nextThrow] >> 1 == point)
        {
            bool isOther = (_input.Throws[_nextThrow++] & 1) != 0;
            throw isOther ? new OtherProbeException() : new ProbeException();
        }
    }

    private void ObserveTouch()
    {
        if (_condition != VmCondition.Stopped)
        {
            Observe(ObservationKind.Touch);
        }
    }

    private void Observe(ObservationKind kind)
    {
        if (!_isOver)
        {
            _observed.Add(new Observation(kind, _timing, _condition, _statement));
        }
    }

    private void SetTiming(Timing timing)
    {
        NoticeWrites();
        _timing = timing;
    }

    /// <summary>A pause that ends when it is disposed of. One that began while the vCPUs stood still changes nothing then.</summary>
    private sealed class Scope(Execution owner, VmCondition before) : IDisposable
    {
        private bool _isDisposed;

        public void Dispose()
        {
            owner.Step(-6);
            owner.ThrowPoint();
            if (!_isDisposed && before != VmCondition.Stopped)
            {
                owner._condition = before;
                owner._changes++;
            }

            _isDisposed = true;
            owner.ThrowPoint();
        }
    }
}

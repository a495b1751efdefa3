using NotifierGen.Tests.Machine;

namespace NotifierGen.Tests.Sessions.Exhaustive;

/// <summary>The real thing: two instances of a paired class, one of a class without Setup, optionally one that requires a stopped VM.</summary>
internal sealed class SmallMachine
{
    private readonly TestMachine _machine;
    private readonly List<string> _faults = [];
    private readonly List<int> _illegal = [];

    public SmallMachine(bool running, bool withStoppedVmDevice, Trouble trouble)
    {
        _machine = new TestMachine(running);
        Prepare(_machine.AddFull("a").Probe, trouble);
        Prepare(_machine.AddFull("b").Probe, trouble);
        Prepare(_machine.AddFailedOnly("n").Probe, trouble);
        if (withStoppedVmDevice)
        {
            Prepare(_machine.AddStoppedVm("q").Probe, trouble);
        }

        _machine.Vm.ThrowOnStart = trouble.Where == "vm.Start" ? new InvalidOperationException() : null;
        _machine.Vm.ThrowOnStop = trouble.Where == "vm.Stop" ? new InvalidOperationException() : null;
    }

    /// <summary>Makes the calls.</summary>
    /// <param name="calls">The calls of the host.</param>
    /// <param name="recordsTimings">Whether handlers are timed: then rows are walked in another way.</param>
    public Outcome Run(ReadOnlySpan<HostCall> calls, bool recordsTimings = false)
    {
        if (!_machine.Notifiers.TryBegin(_machine.Vm, MigrationMode.Normal, out MigrationSession? session, out SetupRefusal? refusal))
        {
            Note(refusal.Rollback);
            return Observe("refused");
        }

        session.RecordTimings = recordsTimings;
        for (int i = 0; i < calls.Length; i++)
        {
            try
            {
                Note(Call(session, calls[i]));
            }
            catch (InvalidOperationException)
            {
                _illegal.Add(i);
            }
        }

        return Observe(session.State.ToString());
    }

    private static void Prepare(Probe probe, Trouble trouble)
    {
        probe.Acts = context =>
        {
            if (!trouble.Refuses && trouble.Where == $"{probe.Name}.{Letter(context)}")
            {
                throw new InvalidOperationException();
            }
        };
        probe.Answers = context => trouble.Refuses && trouble.Where == $"{probe.Name}.S" ? SetupResult.Refuse("no") : SetupResult.Accept;
    }

    private static string Letter(MigrationContext context) => (context.Event, context.Phase) switch
    {
        (Setup, _) => "S",
        (PostcopyStart, _) => "P",
        (Done, _) => "D",
        (Failed, Phase.BeforeVmStart) => "F",
        (Failed, _) => "f",
        (Reclaimed, Phase.BeforeVmStart) => "R",
        _ => "r",
    };

    private static DispatchReport Call(MigrationSession session, HostCall call)
    {
        switch (call)
        {
            case HostCall.StopVm:
                return session.StopVm();
            case HostCall.ResumeVm:
                return session.ResumeVm();
            case HostCall.StartPostcopy:
                return session.StartPostcopy();
            case HostCall.Complete:
                return session.Complete();
            case HostCall.Fail:
                return session.Fail(TestMachine.Error());
            case HostCall.FailKeepStoppedOnFault:
                return session.Fail(TestMachine.Error(), RestartPolicy.KeepStoppedOnFault);
            case HostCall.FailNever:
                return session.Fail(TestMachine.Error(), RestartPolicy.Never);
            case HostCall.Reclaim:
                return session.Reclaim();
            default:
                session.Dispose();
                return default;
        }
    }

    private void Note(DispatchReport report)
    {
        foreach (HandlerFault fault in report.Faults)
        {
            _faults.Add(fault.Device is null ? fault.Handler : $"{Name(fault.Device)}.{fault.Handler.Split('.')[^1]}");
        }
    }

    private static string Name(object device) => device switch
    {
        FullDevice full => full.Probe.Name,
        FailedOnlyDevice failedOnly => failedOnly.Probe.Name,
        StoppedVmDevice stopped => stopped.Probe.Name,
        _ => "?",
    };

    private Outcome Observe(string state)
    {
        bool runs = _machine.Vm.IsRunning;
        string log = string.Join(' ', _machine.Log);
        return new Outcome(log, string.Join(' ', _faults), string.Join(' ', _illegal), state, runs, CanBeginAgain());
    }

    private bool CanBeginAgain()
    {
        try
        {
            _machine.Notifiers.TryBegin(_machine.Vm, MigrationMode.Normal, out _, out _);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}

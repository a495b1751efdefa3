using System.Diagnostics.CodeAnalysis;

namespace NotifierGen.Testing;

/// <summary>Takes one fresh machine along one path, with one thing going wrong or none.</summary>
/// <typeparam name="TMachine">The machine.</typeparam>
internal sealed class CaseRunner<TMachine>
{
    private readonly ExplorationSettings<TMachine> _settings;
    private readonly TMachine _machine;
    private readonly MigrationDispatcher _notifiers;
    private readonly IVirtualMachine _vm;
    private readonly ObservedVm _observedVm;
    private readonly IMigrationHost _host;
    private readonly RunObserver _observer;
    private readonly ExplorationRun _run;
    private readonly Whereabouts _whereabouts;
    private readonly HostDriver _driver;
    private readonly InvariantCheck<TMachine> _invariants;

    private CaseRunner(ExplorationSettings<TMachine> settings, MigrationPath path, Perturbation perturbation)
    {
        _settings = settings;
        _machine = settings.Create(path);
        _notifiers = settings.Notifiers(_machine);
        _vm = settings.Vm(_machine);
        _run = new ExplorationRun(path, perturbation, _notifiers.CurrentTable.ToArray()) { StaticRows = _notifiers.ListRowsOf(null) };
        _observedVm = new ObservedVm(_vm, _run);
        _host = settings.Host?.Invoke(_machine, _observedVm) ?? new SessionHost(_notifiers, _observedVm);
        _observer = new RunObserver(_run, _vm, ChangeDevices, Meet);
        _whereabouts = new Whereabouts(path);
        _driver = new HostDriver(_host, _run);
        _invariants = new InvariantCheck<TMachine>(settings, _machine, _run);
    }

    /// <summary>Runs a case.</summary>
    /// <returns>What happened; <see cref="ExplorationRun.Broken"/> has what the run itself found, the promises are still to be checked.</returns>
    public static ExplorationRun Run(ExplorationSettings<TMachine> settings, MigrationPath path, Perturbation perturbation)
    {
        CaseRunner<TMachine> runner = new(settings, path, perturbation);
        runner.Run(isObserved: true);
        return runner._run;
    }

    /// <summary>
    /// Runs a path undisturbed, and once more with nobody looking on: the library then walks its rows as it does in production, not device by device.
    /// </summary>
    /// <returns>What happened in the first run, and in <see cref="ExplorationRun.Broken"/> also what was otherwise in the second.</returns>
    public static ExplorationRun RunUndisturbed(ExplorationSettings<TMachine> settings, MigrationPath path)
    {
        ExplorationRun observed = Run(settings, path, Perturbation.None);
        if (observed.Broken.Count == 0)
        {
            CaseRunner<TMachine> runner = new(settings, path, Perturbation.None);
            runner.Run(isObserved: false);
            observed.Broken.AddRange(UnobservedDifference.Between(observed, runner._run));
        }

        return observed;
    }

    private void Run(bool isObserved)
    {
        BringTo(_run.Path);
        _run.Devices = _notifiers.Observe(isObserved ? _observer : null);
        foreach (object device in _run.Devices)
        {
            Meet(device);
        }

        try
        {
            Check(step: null);
            for (int i = 0; i < _run.Path.Steps.Count && !_run.WasRefused && _run.Broken.Count == 0; i++)
            {
                Make(_run.Path.Steps[i], i);
            }
        }
        finally
        {
            _notifiers.Observe(null);
        }

        if (_run.Perturbation.Call >= 0 && !_observer.HasStruck && _run.Broken.Count == 0)
        {
            _run.Deviation ??= $"\"{_run.Perturbation.Where}\" of the first run never came in this one";
        }

        _run.GuestRunsAtEnd = _vm.IsRunning;
        EndSessions();
    }

    private void BringTo(MigrationPath path)
    {
        if (path.GuestRuns && !_vm.IsRunning)
        {
            _vm.Start();
        }
        else if (!path.GuestRuns && _vm.IsRunning)
        {
            _vm.Stop();
        }

        _settings.Prepare?.Invoke(_machine, path);
    }

    private void Make(HostStep step, int index)
    {
        if (_run.Perturbation.Step == index)
        {
            ChangeDevices(_run.Perturbation);
        }

        int entry = _run.Entries.Count;
        _run.Add(new TranscriptEntry(TranscriptKind.Host) { Step = step, GuestRan = _vm.IsRunning });
        _observedVm.Throws = step.VmThrows;
        try
        {
            foreach (HandlerFault fault in _driver.Make(step))
            {
                _run.Faults.Add(new(entry, fault));
            }

            Work(step);
        }
        catch (InjectedException) when (step is { Call: HostCall.StopVm, VmThrows: true })
        {
            // A VM that does not stop tells the host so.
        }
        catch (Exception exception)
        {
            _run.Broken.Add(new BrokenPromise($"The host can call {step.Call} here", $"it threw {exception.GetType().Name}: {exception.Message}", entry) { Exception = exception });
        }
        finally
        {
            _observedVm.Throws = false;
        }

        if (!_run.WasRefused)
        {
            _whereabouts.Follow(step);
        }

        Check(step);
    }

    private void Work(HostStep step)
    {
        foreach (KeyValuePair<HostCall, Action<TMachine, MigrationMoment>> work in _settings.Work)
        {
            if (work.Key == step.Call && !_run.WasRefused)
            {
                work.Value(_machine, _whereabouts.ToMoment(step, _vm.IsRunning, _invariants.Disturbed));
            }
        }
    }

    private void ChangeDevices(Perturbation perturbation)
    {
        if (perturbation.Kind == PerturbationKind.Adds)
        {
            object added = _settings.Added[perturbation.Target].Value(_machine);
            if (!_run.Knows(added))
            {
                _notifiers.Register(added);
            }

            _invariants.Excuse(added, isWhole: true);
            return;
        }

        if (perturbation.Target >= _run.Devices.Count)
        {
            _run.Deviation = "there were more devices in the first run";
            return;
        }

        object device = _run.Devices[perturbation.Target];
        bool unplugs = perturbation.Kind == PerturbationKind.Unregisters && _settings.Unplug is not null;
        _invariants.Excuse(device, isWhole: unplugs);
        if (unplugs)
        {
            _settings.Unplug!(_machine, device);
            return;
        }

        _notifiers.Unregister(device);
        if (perturbation.Kind == PerturbationKind.Replaces)
        {
            _notifiers.Register(device);
        }
    }

    private void Meet(object device)
    {
        if (!_run.Knows(device))
        {
            int number = _run.Known(device.GetType()) + 1;
            _run.Know(device, _settings.DeviceName?.Invoke(device) ?? $"{device.GetType().Name}#{number}", _notifiers.ListRowsOf(device));
        }
    }

    private void Check(HostStep? step)
    {
        _invariants.ExcuseKeptDevice();
        MigrationMoment moment = _whereabouts.ToMoment(step, _vm.IsRunning, _invariants.Disturbed);
        try
        {
            _settings.AfterEachStep?.Invoke(_machine, moment);
            _run.Broken.AddRange(_invariants.Violations(moment));
        }
        catch (Exception exception)
        {
            _run.Broken.Add(new BrokenPromise("The invariants can be asked for", $"{exception.GetType().Name}: {exception.Message}", _run.Entries.Count - 1) { Exception = exception });
        }
    }

    /// <summary>Whether the machine could migrate again: asked last, because it raises Setup once more.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever keeps the next session from beginning is told.")]
    private void EndSessions()
    {
        if (_host is not SessionHost sessions || _run.Path.Steps.Count == 0 || _run.Broken.Count > 0)
        {
            return;
        }

        _run.SessionState = _run.WasRefused ? "Refused" : sessions.State;
        try
        {
            if (_notifiers.TryBegin(_vm, _run.Path.Mode, out MigrationSession? next, out _))
            {
                next.Dispose();
            }
        }
        catch (Exception exception)
        {
            _run.NextSessionFailure = exception;
        }
    }
}
